package org.facewright.training;

import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.facewright.training.run.RunStatus;
import org.facewright.training.run.TrainingSettings;
import org.jspecify.annotations.Nullable;

/**
 * A run of the project as it stands.
 *
 * @param settings null while its pictures are still copied, or when they cannot be read
 * @param pictures that are trained on, 0 before that is known
 * @param status null before the first step
 * @param heldOut accuracy of the last verified epoch, 0 to 1; NaN before
 * @param job its newest job; null when the queue knows none
 * @param problem why it cannot be read, or empty
 */
record RunRow(
    String name,
    @Nullable TrainingSettings settings,
    int pictures,
    @Nullable RunStatus status,
    double heldOut,
    @Nullable JobRecord job,
    String problem) {
  /** How it stands. */
  enum State {
    UNREADABLE,
    WAITING,
    PAUSED,
    PREPARING,
    TRAINING,
    CANCELLED,
    STOPPED,
    INTERRUPTED,
    FAILED,
    DONE
  }

  State state() {
    if (!problem.isEmpty()) {
      return State.UNREADABLE;
    }
    if (job != null && !job.state().ended()) {
      return switch (job.state()) {
        case QUEUED -> State.WAITING;
        case PAUSED -> State.PAUSED;
        default ->
            status != null && status.state() == RunStatus.State.RUNNING
                ? State.TRAINING
                : State.PREPARING;
      };
    }
    if (status == null) {
      return job != null && job.state() == JobState.CANCELLED ? State.CANCELLED : State.FAILED;
    }
    return switch (status.state()) {
      case DONE -> State.DONE;
      case FAILED -> State.FAILED;
      case RUNNING -> State.TRAINING;
      case STOPPED -> State.STOPPED;
      case INTERRUPTED -> State.INTERRUPTED;
    };
  }

  /** Whether it is learning right now. */
  boolean training() {
    return job != null && job.state() == JobState.RUNNING && status != null;
  }

  boolean active() {
    return job != null && (job.state() == JobState.RUNNING || job.state() == JobState.QUEUED);
  }

  /** Whether it has ended for good: nothing more will be logged. */
  boolean done() {
    return status != null && status.state() == RunStatus.State.DONE && !active();
  }

  /** Whether it stands still before its end and can go on. */
  boolean canGoOn() {
    return job != null && !active() && !done();
  }

  /** Whether there is something to end. */
  boolean canCancel() {
    return job != null && !job.state().ended();
  }

  /** Seconds of training left at the present pace, NaN when unknown; verification not counted. */
  double secondsLeft() {
    if (status == null || settings == null || status.imagesPerSecond() <= 0) {
      return Double.NaN;
    }
    return (status.steps() - status.step()) * (double) settings.batch() / status.imagesPerSecond();
  }
}
