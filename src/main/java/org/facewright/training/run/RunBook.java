package org.facewright.training.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.facewright.inference.torch.TorchException;
import org.facewright.jobs.AwakeTime;
import org.facewright.jobs.WholeFile;
import org.facewright.network.checkpoint.RunPosition;
import org.facewright.training.TrainingException;
import org.facewright.training.TrainingListener;
import org.facewright.training.TrainingModule;

/** Keeps the books of a sitting: log, status, verification after each epoch. One thread. */
final class RunBook implements TrainingListener {
  private static final int RECENT = 50;
  private static final double STATUS_SECONDS = 2;

  /** The training itself. */
  interface Sitting {
    RunPosition run() throws TrainingException;
  }

  private final RunFolder folder;
  private final RunLog log;
  private final Course course;
  private final List<PairSet> pairs;
  private final Verifier verifier;
  private final RunListener listener;
  private final Deque<StepLine> recent = new ArrayDeque<>();
  private final AwakeTime awake;
  private final long start;
  private Duration slept = Duration.ZERO;
  private final double secondsBefore;
  private List<EpochLine.Verified> verified = List.of();
  private double trained;
  private long pictures;
  private long lastStatus;
  private RunPosition at = RunPosition.start(0);

  RunBook(
      RunFolder folder,
      RunLog log,
      Course course,
      List<PairSet> pairs,
      Verifier verifier,
      RunListener listener,
      AwakeTime awake)
      throws IOException {
    this.folder = folder;
    this.log = log;
    this.course = course;
    this.pairs = pairs;
    this.verifier = verifier;
    this.listener = listener;
    this.awake = awake;
    start = awake.nanos();
    RunReader reader = new RunReader(folder);
    secondsBefore = reader.status().map(RunStatus::seconds).orElse(0.0);
    reader.epochs().forEach(line -> verified = line.verified());
    reader.steps().forEach(this::remember);
  }

  /** Runs a sitting and leaves behind a status that says how it ended. */
  RunResult keep(RunPosition from, TrainingModule module, Sitting sitting)
      throws TrainingException, IOException, TorchException {
    at = from;
    write(RunStatus.State.RUNNING, "");
    try {
      catchUp(from, module);
      at = sitting.run();
    } catch (UncheckedIOException e) {
      failed(e);
      throw new TrainingException(String.valueOf(e.getMessage()), e);
    } catch (TrainingException | RuntimeException | Error e) {
      failed(e);
      throw e;
    }
    boolean done = at.epoch() >= course.epochs();
    if (done) {
      TrainingRun.writeWeights(folder, module);
    }
    RunStatus status = write(done ? RunStatus.State.DONE : RunStatus.State.STOPPED, "");
    return new RunResult(
        status, folder.checkpoints().resolve("last.checkpoint").toString(), verified);
  }

  /** A run that was killed while it verified an epoch does so first. */
  private void catchUp(RunPosition from, TrainingModule module)
      throws TrainingException, IOException {
    int logged = new RunReader(folder).epochs().size();
    if (from.batch() == 0 && from.epoch() > logged) {
      epochDone(from.epoch() - 1, module);
    }
  }

  private void failed(Throwable e) {
    try {
      write(RunStatus.State.FAILED, String.valueOf(e.getMessage()));
    } catch (IOException unwritable) {
      // The disk is full, perhaps: what matters is why the run ended.
      e.addSuppressed(unwritable);
    }
  }

  @Override
  public void stepped(Step step) {
    at = step.position();
    trained += Math.max(0, step.seconds() - sleptSinceLastStep());
    pictures += step.pictures();
    StepLine line = StepLine.of(step, course.epochOf(at.step()));
    remember(line);
    try {
      log.add(line);
      if (System.nanoTime() - lastStatus > STATUS_SECONDS * 1e9) {
        write(RunStatus.State.RUNNING, "");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The run's log cannot be written (" + e.getMessage() + "). Make room on the disk.", e);
    }
    listener.stepped(line, status(RunStatus.State.RUNNING, ""));
  }

  private double sleptSinceLastStep() {
    Duration now = awake.slept();
    double seconds = now.minus(slept).toNanos() / 1e9;
    slept = now;
    return seconds;
  }

  private void remember(StepLine line) {
    recent.addLast(line);
    if (recent.size() > RECENT) {
      recent.removeFirst();
    }
  }

  @Override
  public void epochDone(int epoch, TrainingModule module) throws TrainingException {
    long began = System.nanoTime();
    List<EpochLine.Verified> all = new ArrayList<>();
    for (PairSet set : pairs) {
      all.add(verifier.verify(set, module));
    }
    verified = all;
    double seconds = (System.nanoTime() - began) / 1e9;
    EpochLine line = new EpochLine(epoch + 1, course.firstSteps()[epoch + 1], seconds, all);
    try {
      log.add(line);
    } catch (IOException e) {
      throw new TrainingException("The run's log cannot be written: " + e.getMessage(), e);
    }
    listener.epochDone(line, status(RunStatus.State.RUNNING, ""));
  }

  private RunStatus write(RunStatus.State state, String message) throws IOException {
    lastStatus = System.nanoTime();
    RunStatus status = status(state, message);
    WholeFile.write(folder.status(), RunJson.write(status));
    return status;
  }

  private RunStatus status(RunStatus.State state, String message) {
    return new RunStatus(
        state,
        message,
        at.step(),
        course.steps(),
        at.epoch(),
        course.epochs(),
        (float) mean(StepLine::loss),
        (float) mean(StepLine::accuracy),
        secondsBefore + (awake.nanos() - start) / 1e9,
        trained == 0 ? 0 : pictures / trained,
        ProcessMemory.resident());
  }

  private double mean(ToDoubleFunction<StepLine> figure) {
    return recent.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }
}
