package org.facewright.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.facewright.inference.torch.TorchException;
import org.facewright.network.checkpoint.Checkpoint;
import org.facewright.network.checkpoint.CheckpointException;
import org.facewright.network.checkpoint.RunPosition;
import org.facewright.network.optimiser.Schedule;
import org.facewright.training.data.Batch;
import org.facewright.training.data.BatchLoader;
import org.facewright.training.data.Prefetch;
import org.facewright.training.sampler.CurriculumSampler;

/**
 * A training run. It can be stopped after any step and go on from its checkpoint with exactly the
 * losses the unbroken run would have had.
 *
 * @param notes what the checkpoint shall say of the run's settings
 */
public record TrainingSession(
    TrainingModule module,
    CurriculumSampler sampler,
    BatchLoader loader,
    Schedule schedule,
    SessionSettings settings,
    Map<String, String> notes,
    TrainingControl control,
    TrainingListener listener) {
  public TrainingSession {
    notes = Map.copyOf(notes);
    if (sampler.table().classes() != module.plan().classes()) {
      throw new IllegalArgumentException(
          "The set has "
              + sampler.table().classes()
              + " identities, but the run was planned for "
              + module.plan().classes()
              + ". Start a new run for this set.");
    }
  }

  /**
   * Trains from a position until the last epoch is done or somebody stops it; saves on the way and
   * at the end.
   *
   * @return where it stands
   * @throws TrainingException when the loss is no number, a picture cannot be read, PyTorch fails,
   *     or a checkpoint cannot be written
   */
  public RunPosition run(RunPosition from) throws TrainingException {
    RunPosition at = from;
    boolean goesOn = true;
    while (goesOn && at.epoch() < settings.epochs()) {
      int epoch = at.epoch();
      at = epoch(at);
      boolean done = at.epoch() > epoch;
      if (done) {
        listener.epochDone(epoch, module);
        save(at, settings.ofEpoch(epoch));
        forget(epoch - settings.keepEpochs());
      }
      goesOn = control.goesOn(done) && done;
    }
    save(at, settings.last());
    return at;
  }

  private RunPosition epoch(RunPosition from) throws TrainingException {
    int[] order = sampler.epoch(from.epoch());
    int size = Math.min(settings.batch(), order.length);
    int batches = order.length / size;
    RunPosition at = from;
    try (Prefetch pictures = new Prefetch(loader, order, size, from.batch(), from.step())) {
      while (at.epoch() == from.epoch() && control.goesOn(false)) {
        at = step(pictures, at, batches);
        if (settings.saveEverySteps() > 0 && at.step() % settings.saveEverySteps() == 0) {
          save(at, settings.last());
        }
      }
    }
    return at;
  }

  private RunPosition step(Prefetch pictures, RunPosition at, int batches)
      throws TrainingException {
    long start = System.nanoTime();
    Batch batch = next(pictures, at);
    double waited = (System.nanoTime() - start) / 1e9;
    double rate = schedule.rate(at.step());
    TrainingStep measured;
    try {
      measured = module.step(batch.pixels(), batch.labels(), rate, at.step());
    } catch (TorchException e) {
      throw new TrainingException(
          e.outOfMemory()
              ? "There is not enough memory for "
                  + settings.batch()
                  + " pictures a step. Halve the batch and go on from the last checkpoint."
              : e.getMessage() + " " + lastGood(),
          e);
    }
    if (!measured.finite()) {
      throw new TrainingException(
          "The loss is no number any more at step "
              + (at.step() + 1)
              + " (learning rate "
              + rate
              + "). Lower the learning rate or warm up longer. "
              + lastGood(),
          null);
    }
    RunPosition next = at.next(batches);
    double seconds = (System.nanoTime() - start) / 1e9;
    listener.stepped(
        new TrainingListener.Step(
            next,
            measured,
            rate,
            sampler.stage(at.epoch()),
            batch.labels().length,
            seconds,
            waited));
    return next;
  }

  private Batch next(Prefetch pictures, RunPosition at) throws TrainingException {
    try {
      return pictures.next();
    } catch (IOException e) {
      throw new TrainingException(
          "A picture cannot be read in epoch "
              + (at.epoch() + 1)
              + ": "
              + e.getMessage()
              + " "
              + lastGood(),
          e);
    }
  }

  private String lastGood() {
    return Files.isRegularFile(settings.last())
        ? "The last good checkpoint is " + settings.last().getFileName() + "."
        : "No checkpoint had been saved yet.";
  }

  private void save(RunPosition at, Path file) throws TrainingException {
    try {
      new Checkpoint(module.snapshot(), at, notes).write(file);
      listener.saved(file);
    } catch (CheckpointException | TorchException e) {
      throw new TrainingException(String.valueOf(e.getMessage()), e);
    }
  }

  private void forget(int epoch) throws TrainingException {
    if (epoch >= 0) {
      try {
        Files.deleteIfExists(settings.ofEpoch(epoch));
      } catch (IOException e) {
        throw new TrainingException("An old checkpoint cannot be removed: " + e.getMessage(), e);
      }
    }
  }
}
