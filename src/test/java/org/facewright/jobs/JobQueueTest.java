package org.facewright.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.facewright.project.Project;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue over a real project's table. */
class JobQueueTest {
  @TempDir private Path temp;
  private Project project;
  private final Counting kind = new Counting();
  private final AtomicLong free = new AtomicLong(Long.MAX_VALUE);

  @BeforeEach
  void create() throws Exception {
    project = Project.create(temp.resolve("P"), "test");
  }

  @AfterEach
  void close() {
    project.close();
  }

  private DiskSpace space() {
    return new DiskSpace(project.folder(), free::get);
  }

  private JobQueue queue() {
    return new JobQueue(project.jobs(), List.of(kind), space(), Clock.systemUTC());
  }

  /** Counts to a hundred in tens; remembers what it counted, as a stage remembers its results. */
  private static final class Counting implements JobKind {
    final List<Long> ran = Collections.synchronizedList(new ArrayList<>());
    final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
    final TreeSet<Long> pending = new TreeSet<>(LongStream.range(0, 100).boxed().toList());
    final CountDownLatch started = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);
    volatile long failing = -1;
    volatile boolean waits;
    volatile String broken = "";
    volatile Runnable fills = () -> {};

    @Override
    public String name() {
      return "count";
    }

    @Override
    public Lane lane() {
      return Lane.CPU;
    }

    @Override
    public void forgetFailures(JobRecord job) {
      pending.add(failing);
      failing = -1;
    }

    @Override
    public Work open(JobRecord job, JobControl control) throws JobException {
      if (!broken.isEmpty()) {
        throw new JobException(broken);
      }
      return new Work() {
        @Override
        public long total() {
          return 100;
        }

        @Override
        public long[] next(int max) {
          return pending.stream().mapToLong(Long::longValue).limit(max).toArray();
        }

        @Override
        public int batchSize() {
          return 10;
        }

        @Override
        public Outcome run(long[] items, JobControl c) {
          batches.add(items.length);
          started.countDown();
          if (waits) {
            await(goOn);
          }
          List<ItemFailure> failures = new ArrayList<>();
          for (long item : items) {
            ran.add(item);
            pending.remove(item);
            if (item == failing) {
              failures.add(new ItemFailure(item, "unreadable"));
            }
          }
          fills.run();
          return new Outcome(items, failures);
        }

        @Override
        public void setAside(long item, String reason) {
          pending.remove(item);
        }

        @Override
        public String finish(JobControl c) {
          return "counted";
        }

        @Override
        public void close() {}
      };
    }

    static void await(CountDownLatch latch) {
      try {
        assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void aJobRunsInBatchesToItsEnd() {
    try (JobQueue queue = queue()) {
      JobRecord job = queue.runNow(queue.submit("count", "Counting", "{}").id());
      assertThat(job.state()).isEqualTo(JobState.DONE);
      assertThat(job.message()).isEqualTo("counted");
      assertThat(job.done()).isEqualTo(100);
      assertThat(job.total()).isEqualTo(100);
      assertThat(kind.batches).hasSize(10).containsOnly(10);
      assertThat(queue.log(job.id(), 100)).extracting(LogLine::text).contains("done: counted");
    }
  }

  @Test
  void listenersHearProgressAndTheEnd() {
    try (JobQueue queue = queue()) {
      List<JobEvent> events = new ArrayList<>();
      queue.addListener(events::add);
      queue.runNow(queue.submit("count", "Counting", "{}").id());
      assertThat(events).hasSizeGreaterThan(10);
      assertThat(events.get(5).progress().fraction()).isBetween(.1, .9);
      assertThat(events.getLast().job().state()).isEqualTo(JobState.DONE);
    }
  }

  @Test
  void failedItemsAreListedAndARetryTakesThemUp() throws Exception {
    kind.failing = 42;
    try (JobQueue queue = queue()) {
      JobRecord job = queue.runNow(queue.submit("count", "Counting", "{}").id());
      assertThat(job.failed()).isEqualTo(1);
      assertThat(queue.failures(job.id(), 10)).containsExactly(new ItemFailure(42, "unreadable"));
      queue.retry(job.id());
      job = queue.runNow(job.id());
      assertThat(job.state()).isEqualTo(JobState.DONE);
      assertThat(job.failed()).isZero();
      assertThat(queue.failures(job.id(), 10)).isEmpty();
      assertThat(kind.ran.getLast()).isEqualTo(42);
    }
  }

  @Test
  void aJobWaitsWhileTheDiskIsFullAndGoesOnWhenThereIsRoom() {
    free.set(1_500_000_000L);
    assertThat(space().warning()).hasValueSatisfying(s -> assertThat(s).contains("1.5 GB", "P"));
    assertThat(space().obstacle()).isEmpty();
    kind.fills = () -> free.set(80_000_000L);
    try (JobQueue queue = queue()) {
      JobRecord job = queue.runNow(queue.submit("count", "Counting", "{}").id());
      assertThat(job.state()).isEqualTo(JobState.PAUSED);
      assertThat(job.message()).contains("only 80 MB are free", "make room");
      assertThat(job.done()).isEqualTo(10);
      kind.fills = () -> {};
      free.set(3_000_000_000L);
      assertThat(space().warning()).isEmpty();
      job = queue.runNow(job.id());
      assertThat(job.state()).isEqualTo(JobState.DONE);
      assertThat(kind.ran).hasSize(100);
    }
  }

  @Test
  void aDiskThatCannotBeAskedStopsNothing() {
    DiskSpace unknown =
        new DiskSpace(
            project.folder(),
            () -> {
              throw new IOException("the network drive does not answer");
            });
    assertThat(unknown.warning()).isEmpty();
    assertThat(unknown.obstacle()).isEmpty();
  }

  @Test
  void aPausedJobGoesOnWhereItWas() {
    kind.waits = true;
    try (JobQueue queue = queue()) {
      queue.start();
      long id = queue.submit("count", "Counting", "{}").id();
      Counting.await(kind.started);
      queue.pause(id);
      kind.goOn.countDown();
      awaitState(queue, id, JobState.PAUSED);
      assertThat(kind.ran).hasSize(10);
      kind.waits = false;
      queue.resume(id);
      awaitState(queue, id, JobState.DONE);
      assertThat(kind.ran).hasSize(100).doesNotHaveDuplicates();
    }
  }

  @Test
  void cancellingAWaitingJobLeavesTheRunningOneAlone() {
    kind.waits = true;
    try (JobQueue queue = queue()) {
      queue.start();
      long running = queue.submit("count", "first", "{}").id();
      long waiting = queue.submit("count", "second", "{}").id();
      Counting.await(kind.started);
      queue.cancel(waiting);
      kind.goOn.countDown();
      awaitState(queue, running, JobState.DONE);
      awaitState(queue, waiting, JobState.CANCELLED);
    }
  }

  @Test
  void closingTheProgramStopsAtTheBatchAndTheNextStartGoesOn() throws Exception {
    kind.waits = true;
    JobQueue queue = queue();
    queue.start();
    long id = queue.submit("count", "Counting", "{}").id();
    Counting.await(kind.started);
    kind.goOn.countDown();
    queue.close();
    assertThat(project.jobs().find(id).orElseThrow().state()).isIn(JobState.QUEUED, JobState.DONE);
    kind.waits = false;
    try (JobQueue next = queue()) {
      next.start();
      awaitState(next, id, JobState.DONE);
      assertThat(kind.ran).hasSize(100).doesNotHaveDuplicates();
    }
  }

  @Test
  void afterACrashJobsArePausedAndSuspectsRunOneByOne() {
    long id = crashed(20, 21, 22);
    try (JobQueue queue = queue()) {
      assertThat(project.jobs().find(id).orElseThrow().state()).isEqualTo(JobState.PAUSED);
      kind.pending.removeIf(item -> item < 20);
      JobRecord job = queue.runNow(id);
      assertThat(job.state()).isEqualTo(JobState.DONE);
      assertThat(kind.batches.subList(0, 4)).containsExactly(1, 1, 1, 10);
    }
  }

  @Test
  void anItemThatWasRunningAtThreeCrashesIsSetAside() {
    kind.pending.removeIf(item -> item < 20);
    long id = crashed(20);
    for (int crash = 0; crash < 2; crash++) {
      queue().close();
      project.jobs().setState(id, JobState.RUNNING, null);
      project.jobs().claim(id, new long[] {20});
    }
    try (JobQueue queue = queue()) {
      JobRecord job = queue.runNow(id);
      assertThat(job.state()).isEqualTo(JobState.DONE);
      assertThat(kind.ran).doesNotContain(20L).hasSize(79);
      assertThat(queue.failures(id, 10))
          .singleElement()
          .satisfies(f -> assertThat(f.reason()).contains("3 times"));
    }
  }

  @Test
  void aSuspectThatWasNotRunningAtTheNextCrashIsNotToBlame() {
    kind.pending.removeIf(item -> item < 20);
    long id = crashed(20, 21);
    for (int crash = 0; crash < 4; crash++) {
      queue().close();
      project.jobs().setState(id, JobState.RUNNING, null);
    }
    try (JobQueue queue = queue()) {
      assertThat(queue.runNow(id).failed()).isZero();
      assertThat(kind.ran).contains(20L, 21L);
    }
  }

  /** What a process leaves behind that was killed while these items ran. */
  private long crashed(long... items) {
    JobRecord job = project.jobs().create("count", "Counting", Lane.CPU, "{}");
    project.jobs().setState(job.id(), JobState.RUNNING, null);
    project.jobs().claim(job.id(), items);
    return job.id();
  }

  @Test
  void aJobThatCannotStartFailsWithItsSentence() {
    kind.broken =
        "the model faceplugin is not installed; run: facewright models install faceplugin";
    try (JobQueue queue = queue()) {
      JobRecord job = queue.runNow(queue.submit("count", "Counting", "{}").id());
      assertThat(job.state()).isEqualTo(JobState.FAILED);
      assertThat(job.message()).isEqualTo(kind.broken);
    }
  }

  private static void awaitState(JobQueue queue, long id, JobState state) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() < end) {
      if (queue.all().stream().anyMatch(job -> job.id() == id && job.state() == state)) {
        return;
      }
      Thread.onSpinWait();
    }
    assertThat(queue.all()).extracting(JobRecord::state).contains(state);
  }
}
