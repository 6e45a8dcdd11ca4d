package org.facewright.app;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.facewright.jobs.JobEvent;
import org.facewright.jobs.JobQueue;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.facewright.jobs.LogLine;
import org.facewright.jobs.Progress;
import org.facewright.ui.job.JobBoard;
import org.facewright.ui.job.JobPhase;
import org.facewright.ui.job.JobRow;
import org.facewright.ui.text.Told;

/**
 * Brings what the queue tells onto the board: of many events of a job between two frames the newest
 * one. Ended jobs bring their log along.
 */
final class JobFeed implements AutoCloseable {
  private static final int LOG_LINES = 200;
  private static final int OLD_JOBS = 30;

  private final JobQueue jobs;
  private final JobBoard board;
  private final Executor worker;
  private final BiConsumer<JobRecord, Boolean> ended;
  private final Map<Long, JobEvent> newest = new ConcurrentHashMap<>();
  private final AtomicBoolean queued = new AtomicBoolean();
  private final Consumer<JobEvent> listener = this::heard;
  private boolean closed;

  /**
   * @param ended hears on the FX thread of every job that ended, or got stuck, while this listens;
   *     the flag is true when it did what it should
   */
  JobFeed(JobQueue jobs, JobBoard board, Executor worker, BiConsumer<JobRecord, Boolean> ended) {
    this.jobs = jobs;
    this.board = board;
    this.worker = worker;
    this.ended = ended;
  }

  /** Shows what the queue holds and listens from now on. FX thread. */
  void start(List<JobRecord> known) {
    board.rows().clear();
    known.stream().skip(Math.max(0, known.size() - OLD_JOBS)).forEach(job -> show(idle(job)));
    jobs.addListener(listener);
  }

  private static JobEvent idle(JobRecord job) {
    return new JobEvent(job, new Progress(job.done(), job.failed(), job.total(), 0, null));
  }

  private void heard(JobEvent event) {
    newest.put(event.job().id(), event);
    if (queued.compareAndSet(false, true)) {
      Platform.runLater(this::drain);
    }
  }

  private void drain() {
    queued.set(false);
    for (Long id : List.copyOf(newest.keySet())) {
      JobEvent event = newest.remove(id);
      if (event != null && !closed) {
        show(event);
      }
    }
  }

  private void show(JobEvent event) {
    JobRecord job = event.job();
    JobRow row = board.find(job.id()).orElseGet(() -> fresh(job));
    JobPhase before = row.phase().get();
    Progress progress = event.progress();
    row.done().set(progress.done() + progress.failed());
    row.total().set(progress.total());
    row.failures().set((int) Math.min(Integer.MAX_VALUE, progress.failed()));
    row.rate().set(progress.rate() > 0 ? progress.rate() : Double.NaN);
    row.secondsLeft()
        .set(progress.remaining() == null ? Double.NaN : progress.remaining().toMillis() / 1000.0);
    String message = job.message();
    row.problem().set(message == null || !complains(job) ? "" : Told.words(message));
    row.phase().set(phase(job.state()));
    if (row.phase().get() != before) {
      readLog(row);
      boolean stuck = before == JobPhase.RUNNING && complains(job);
      if (job.state() == JobState.DONE || job.state() == JobState.FAILED || stuck) {
        ended.accept(job, job.state() == JobState.DONE);
      }
    }
  }

  /** It failed, or waits for another reason than that somebody paused it. */
  private static boolean complains(JobRecord job) {
    return job.state() == JobState.FAILED
        || job.state() == JobState.PAUSED && !"paused".equals(job.message());
  }

  /** A row in the phase it has, so that old jobs are not told as news. */
  private JobRow fresh(JobRecord job) {
    JobRow row = new JobRow(job.id(), Told.words("job", job.title()));
    row.lane().set(job.lane().name());
    boolean old = job.state().ended();
    row.phase().set(old ? phase(job.state()) : JobPhase.QUEUED);
    board.add(row);
    if (old) {
      readLog(row);
    }
    return row;
  }

  static JobPhase phase(JobState state) {
    return switch (state) {
      case QUEUED -> JobPhase.QUEUED;
      case RUNNING -> JobPhase.RUNNING;
      case PAUSED -> JobPhase.PAUSED;
      case DONE -> JobPhase.DONE;
      case FAILED -> JobPhase.FAILED;
      case CANCELLED -> JobPhase.CANCELLED;
    };
  }

  private void readLog(JobRow row) {
    worker.execute(
        () -> {
          List<String> lines = jobs.log(row.id(), LOG_LINES).stream().map(JobFeed::words).toList();
          Platform.runLater(() -> row.log().setAll(lines));
        });
  }

  private static String words(LogLine line) {
    return java.time.LocalTime.ofInstant(line.at(), java.time.ZoneId.systemDefault())
            .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
        + "  "
        + line.text();
  }

  /** Listens no more. FX thread. */
  @Override
  public void close() {
    closed = true;
    jobs.removeListener(listener);
  }
}
