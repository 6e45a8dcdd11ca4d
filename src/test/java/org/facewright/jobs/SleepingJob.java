package org.facewright.jobs;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.facewright.jobs.worker.Engine;
import org.facewright.jobs.worker.WorkerException;
import org.facewright.jobs.worker.WorkerProcess;
import org.facewright.jobs.worker.WorkerServer;
import org.facewright.project.Project;

/**
 * A process that runs a job whose items a worker process counts, ten a second; it says what the
 * queue tells. Arguments: project, or nothing for the worker.
 */
public final class SleepingJob {
  static final int ITEMS = 60;
  private static final int MILLIS = 100;

  private SleepingJob() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      new WorkerServer(System.in, System.out, new Counter()).serve();
      return;
    }
    try (Project project = Project.create(Path.of(args[0]), "test");
        WorkerProcess worker = worker()) {
      Counting kind = new Counting(worker);
      JobQueue queue =
          new JobQueue(
              project.jobs(),
              List.of(kind),
              new DiskSpace(project.folder(), () -> Long.MAX_VALUE),
              Clock.systemUTC());
      queue.addListener(SleepingJob::say);
      JobRecord job = queue.runNow(queue.submit("count", "Counting", "{}").id());
      queue.log(job.id(), 100).forEach(line -> System.out.println("LOG " + line.text()));
      long once = kind.counted.values().stream().filter(times -> times == 1).count();
      System.out.println("END " + job.state() + " " + once);
      queue.close();
    }
  }

  private static WorkerProcess worker() throws WorkerException {
    return WorkerProcess.start(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SleepingJob.class.getName()),
        Map.of());
  }

  @SuppressWarnings("SystemOut")
  private static void say(JobEvent event) {
    Progress progress = event.progress();
    System.out.printf(
        java.util.Locale.ROOT,
        "AT %d %.3f%n",
        progress.done() + progress.failed(),
        progress.rate());
  }

  /** The worker: takes its time over each item. */
  private static final class Counter implements Engine {
    @Override
    public Reply call(String header, byte[] body, BooleanSupplier stopping, Consumer<String> log)
        throws WorkerException {
      try {
        Thread.sleep(MILLIS);
      } catch (InterruptedException e) {
        throw new WorkerException("woken", e);
      }
      return new Reply(header, body);
    }

    @Override
    public void close() {}
  }

  private record Counting(Engine engine, Map<Long, Integer> counted) implements JobKind {
    Counting(Engine engine) {
      this(engine, new ConcurrentHashMap<>());
    }

    @Override
    public String name() {
      return "count";
    }

    @Override
    public Work open(JobRecord job, JobControl control) {
      return new Work() {
        private long next;

        @Override
        public long total() {
          return ITEMS;
        }

        @Override
        public int batchSize() {
          return 1;
        }

        @Override
        public long[] next(int max) {
          return LongStream.range(next, Math.min(ITEMS, next + max)).toArray();
        }

        @Override
        public Outcome run(long[] items, JobControl running) throws JobException {
          for (long item : items) {
            var unused =
                engine.call(Long.toString(item), new byte[0], running::stopping, running::log);
            counted.merge(item, 1, Integer::sum);
            next++;
          }
          return new Outcome(items, List.of());
        }

        @Override
        public void setAside(long item, String reason) {
          next++;
        }

        @Override
        public String finish(JobControl ending) {
          return "counted";
        }

        @Override
        public void close() {}
      };
    }
  }
}
