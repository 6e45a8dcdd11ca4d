package org.facewright.training.job;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.Outcome;
import org.facewright.jobs.SerialThread;
import org.facewright.jobs.Work;
import org.facewright.jobs.worker.Engine;
import org.facewright.jobs.worker.WorkerDiedException;
import org.facewright.training.run.EpochLine;
import org.facewright.training.run.RunResult;
import org.facewright.training.run.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * A run in progress as the queue sees it: the engine trains on its own, and a batch of steps is
 * settled when the engine has passed them.
 */
final class TrainWork implements Work {
  private static final int LOOKS = 500;
  private static final int LOOK_MILLIS = 100;
  private static final double PERCENT = 100;

  private final TrainRequest request;
  private final RunRecorder recorder;
  private final Engine engine;
  private final JobControl control;
  private final SerialThread thread = new SerialThread("training");
  private final CompletableFuture<Engine.Reply> trained;
  private volatile boolean closing;
  private volatile long done;
  private volatile long steps = -1;
  private long settled;

  TrainWork(TrainRequest request, RunRecorder recorder, Engine engine, JobControl control) {
    this.request = request;
    this.recorder = recorder;
    this.engine = engine;
    this.control = control;
    trained =
        thread.submit(() -> engine.call(request.toJson(), new byte[0], this::stopping, this::hear));
  }

  private boolean stopping() {
    return closing || control.stopping();
  }

  private void hear(String line) {
    TrainNews news = TrainNews.fromLine(line);
    if (news == null) {
      control.log(line);
      return;
    }
    RunStatus status = news.status();
    if (status != null) {
      steps = status.steps();
      done = status.step();
    }
    EpochLine epoch = news.epoch();
    if (epoch != null) {
      control.log(sentence(epoch));
    }
    if (news.note() != null) {
      control.log(news.note());
    }
  }

  private static String sentence(EpochLine epoch) {
    StringBuilder text = new StringBuilder("epoch " + epoch.epoch() + " done");
    for (EpochLine.Verified verified : epoch.verified()) {
      text.append(
          String.format(
              Locale.ROOT,
              "; %s %.2f %%",
              verified.set(),
              PERCENT * verified.figures().accuracy()));
    }
    return text.toString();
  }

  /** Waits for the first step, which tells how many there are. */
  @Override
  public long total() {
    return steps;
  }

  /** What was settled before counts anew: the run itself knows where it stands. */
  @Override
  public boolean startsOver() {
    return true;
  }

  @Override
  public int batchSize() {
    return (int) Math.clamp(steps / LOOKS, 1, LOOKS);
  }

  @Override
  public long[] next(int max) throws JobException {
    if (steps < 0) {
      await(0);
    }
    return LongStream.rangeClosed(settled + 1, Math.min(settled + max, steps)).toArray();
  }

  @Override
  public Outcome run(long[] items, JobControl running) throws JobException {
    await(items[items.length - 1]);
    long[] passed = LongStream.of(items).filter(step -> step <= done).toArray();
    settled += passed.length;
    try {
      recorder.record();
    } catch (IOException e) {
      throw new JobException("The run's folder cannot be read: " + e.getMessage(), e);
    }
    return new Outcome(passed, List.of());
  }

  /** Waits until a step is done, 0 for any news, or the engine has ended. */
  private void await(long step) throws JobException {
    while (step == 0 ? steps < 0 : done < step) {
      try {
        end(trained.get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        return;
      } catch (TimeoutException e) {
        continue;
      } catch (InterruptedException e) {
        throw new JobException("training was interrupted", e);
      } catch (ExecutionException e) {
        if (control.stopping() && e.getCause() instanceof WorkerDiedException) {
          // Ctrl-C reaches the worker too: it saved and went before it could answer.
          return;
        }
        throw failed(e.getCause());
      }
    }
  }

  private void end(Engine.Reply reply) {
    RunResult result = TrainEngine.result(reply);
    steps = result.status().steps();
    done = result.status().step();
    if (!result.done()) {
      control.pause(); // Whoever stopped it, such as at the end of an epoch, may go on with it.
    }
  }

  private JobException failed(@Nullable Throwable cause) {
    try {
      recorder.record();
    } catch (IOException e) {
      control.log("The run's folder cannot be read: " + e.getMessage());
    }
    return cause instanceof JobException told
        ? told
        : new JobException("training failed: " + cause, new IllegalStateException(cause));
  }

  @Override
  public void setAside(long item, String reason) throws JobException {
    throw new JobException(
        "Step " + item + " ended the program three times; see the log, or train another way.");
  }

  @Override
  public String finish(JobControl running) throws JobException {
    try {
      RunResult result = TrainEngine.result(trained.join());
      recorder.record();
      RunStatus status = result.status();
      return String.format(
          Locale.ROOT,
          "%s: %,d steps, loss %.3f%s",
          request.folder().name(),
          status.step(),
          status.loss(),
          result.verified().isEmpty()
              ? ""
              : String.format(
                  Locale.ROOT,
                  ", %s %.2f %%",
                  result.verified().getFirst().set(),
                  PERCENT * result.verified().getFirst().figures().accuracy()));
    } catch (CompletionException e) {
      throw failed(e.getCause());
    } catch (IOException e) {
      throw new JobException("The run's folder cannot be read: " + e.getMessage(), e);
    }
  }

  /** A paused run has heard of it and saves; that is waited for. */
  @Override
  public void close() {
    closing = true;
    try {
      trained.handle((reply, failure) -> reply).join();
      recorder.record();
    } catch (IOException e) {
      control.log("The run's folder cannot be read: " + e.getMessage());
    } finally {
      thread.close();
      engine.close();
    }
  }
}
