package org.facewright.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of one job on the calling thread: claim, run, commit, until done or stopped. */
final class JobRun implements JobControl {
  /** An item that was in flight at this many crashes in a row is not tried again. */
  static final int CRASHES_ALLOWED = 3;

  private final JobStore store;
  private final JobKind kind;
  private final long id;
  private final DiskSpace space;
  private final Consumer<JobEvent> listener;
  private final ProgressMeter meter = new ProgressMeter();
  private final Map<Long, Integer> suspects = new HashMap<>();
  private volatile @Nullable JobState asked;
  private String why = "paused";
  private Duration slept = Duration.ZERO;

  JobRun(JobStore store, JobKind kind, long id, DiskSpace space, Consumer<JobEvent> listener) {
    this.store = store;
    this.kind = kind;
    this.id = id;
    this.space = space;
    this.listener = listener;
  }

  /** Asks the run to end in this state as soon as the item at hand is settled. */
  void ask(JobState state) {
    asked = state;
  }

  @Override
  public boolean stopping() {
    return asked != null;
  }

  @Override
  public void pause() {
    if (asked == null) {
      ask(JobState.PAUSED);
    }
  }

  @Override
  public void log(String text) {
    store.log(id, text);
  }

  /** Runs to an end and returns the row as it then is. */
  JobRecord run(Clock clock) {
    try (AwakeTime awake = new AwakeTime()) {
      return run(clock, awake);
    }
  }

  private JobRecord run(Clock clock, AwakeTime awake) {
    store.setState(id, JobState.RUNNING, null);
    store.log(id, "started " + clock.instant());
    for (Suspect suspect : store.suspects(id)) {
      suspects.put(suspect.item(), suspect.crashes());
    }
    tell(awake);
    try (Work work = kind.open(row(), this)) {
      if (work.startsOver()) {
        store.startOver(id);
      }
      String summary = runBatches(work, awake);
      JobState stopped = asked;
      if (summary != null) {
        end(JobState.DONE, summary, awake);
      } else if (stopped != null) {
        end(stopped, stopped == JobState.CANCELLED ? "cancelled" : why, awake);
      }
    } catch (JobException e) {
      end(JobState.FAILED, message(e), awake);
    } catch (RuntimeException e) {
      store.log(id, stackOf(e));
      end(
          JobState.FAILED,
          "Facewright failed: " + message(e) + " (details in the job's log)",
          awake);
    }
    return row();
  }

  /** The summary when everything ran, null when the run was stopped. */
  private @Nullable String runBatches(Work work, AwakeTime awake) throws JobException {
    while (!stopping() && roomIsLeft()) {
      // After a crash one by one, so that the item that did it is found without its neighbours.
      long[] items = work.next(suspects.isEmpty() ? work.batchSize() : 1);
      if (items.length == 0) {
        return work.finish(this);
      }
      runBatch(work, items);
      sayIfSlept(awake);
      tell(awake);
    }
    return null;
  }

  /** Whoever wonders in the morning what took so long finds it in the log. */
  private void sayIfSlept(AwakeTime awake) {
    Duration now = awake.slept();
    Duration gap = now.minus(slept);
    if (gap.isPositive()) {
      slept = now;
      long minutes = gap.toMinutes();
      store.log(
          id,
          "the machine or the program stood still for "
              + (minutes == 0 ? gap.toSeconds() + " s" : minutes + " min")
              + "; the job goes on");
    }
  }

  private boolean roomIsLeft() {
    Optional<String> obstacle = space.obstacle();
    obstacle.ifPresent(
        sentence -> {
          why = sentence;
          pause();
        });
    return obstacle.isEmpty();
  }

  private void runBatch(Work work, long[] items) throws JobException {
    if (items.length == 1 && suspects.getOrDefault(items[0], 0) >= CRASHES_ALLOWED) {
      String reason = "set aside: the program died " + CRASHES_ALLOWED + " times while it ran";
      work.setAside(items[0], reason);
      store.commit(id, items, List.of(new ItemFailure(items[0], reason)), work.total());
      store.log(id, "item " + items[0] + " " + reason);
    } else {
      store.claim(id, items);
      Outcome outcome = work.run(items, this);
      store.commit(id, outcome.ran(), outcome.failures(), work.total());
    }
    for (long item : items) {
      suspects.remove(item);
    }
  }

  private void end(JobState state, String message, AwakeTime awake) {
    store.log(id, state.name().toLowerCase(java.util.Locale.ROOT) + ": " + message);
    store.setState(id, state, message);
    tell(awake);
  }

  private JobRecord row() {
    return store.find(id).orElseThrow(() -> new IllegalStateException("job " + id + " is gone"));
  }

  private void tell(AwakeTime awake) {
    JobRecord job = row();
    listener.accept(
        new JobEvent(job, meter.at(awake.nanos(), job.done(), job.failed(), job.total())));
  }

  private static String message(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private static String stackOf(Throwable e) {
    java.io.StringWriter text = new java.io.StringWriter();
    e.printStackTrace(new java.io.PrintWriter(text, true));
    return text.toString();
  }
}
