package org.facewright.generation.vec2face.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.facewright.faces.Embedder;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.inference.InferenceException;
import org.facewright.inference.torch.TorchException;
import org.facewright.jobs.WholeFile;
import org.facewright.network.checkpoint.Checkpoint;
import org.facewright.network.checkpoint.CheckpointException;
import org.facewright.network.checkpoint.RunPosition;
import org.facewright.network.optimiser.Schedule;
import org.facewright.network.weights.SafeTensors;
import org.facewright.network.weights.Weights;
import org.jspecify.annotations.Nullable;

/**
 * A training run. It can be stopped after any step and goes on from its checkpoint with exactly the
 * losses that the unbroken run would have had.
 *
 * @param notes what checkpoints and weights shall say of the settings
 * @param embedder measures held-out faces; the one that made the vectors
 * @param stop asked after each step
 */
public record GeneratorRun(
    GeneratorModule module,
    ConditionedSet set,
    Schedule schedule,
    RunSettings settings,
    Map<String, String> notes,
    @Nullable Embedder embedder,
    BooleanSupplier stop,
    RunListener listener) {
  public GeneratorRun {
    notes = Map.copyOf(notes);
  }

  /** Steps of an epoch. */
  public static int batches(ConditionedSet set, int batch) throws Vec2FaceException {
    int pictures = set.pictures(false).length;
    if (pictures < batch) {
      throw new Vec2FaceException(
          "There are %d pictures to train on, fewer than a batch of %d."
              .formatted(pictures, batch));
    }
    return pictures / batch;
  }

  /**
   * Trains until the last epoch is done or somebody stops it; saves on the way and at the end.
   *
   * @return where it stands
   */
  public RunPosition run(RunPosition from) throws Vec2FaceException, IOException {
    Files.createDirectories(settings.folder());
    SampleGrid grid = new SampleGrid(set, embedder, from.seed());
    RunPosition at = from;
    try (StepLog log = new StepLog(settings.log(), module.reported(), from.step())) {
      while (at.epoch() < settings.epochs() && !stop.getAsBoolean()) {
        int epoch = at.epoch();
        at = epoch(at, log, grid);
        if (at.epoch() > epoch) {
          sample(grid, at);
        }
        save(at);
      }
    } catch (TorchException e) {
      throw failed(e);
    }
    return at;
  }

  private RunPosition epoch(RunPosition from, StepLog log, SampleGrid grid)
      throws Vec2FaceException, IOException, TorchException {
    int batches = batches(set, settings.batch());
    int[] order = set.epoch(from.epoch(), from.seed());
    RunPosition at = from;
    try (BatchStream stream =
        new BatchStream(
            set,
            module.plan().masks(),
            order,
            settings.batch(),
            from.seed(),
            from.batch(),
            from.step())) {
      while (at.epoch() == from.epoch() && !stop.getAsBoolean()) {
        at = step(stream, at, batches, log);
        if (every(settings.sampleEvery(), at)) {
          sample(grid, at);
        }
        if (every(settings.saveEvery(), at)) {
          save(at);
        }
      }
    }
    return at;
  }

  private static boolean every(int steps, RunPosition at) {
    return steps > 0 && at.step() % steps == 0;
  }

  private RunPosition step(BatchStream stream, RunPosition at, int batches, StepLog log)
      throws Vec2FaceException, IOException, TorchException {
    long start = System.nanoTime();
    ConditionedBatch batch = stream.next();
    double rate = schedule.rate(at.step());
    boolean against = module.plan().critic() > 0 && at.epoch() >= settings.criticFrom();
    long criticStep = against ? at.step() - (long) settings.criticFrom() * batches : -1;
    StepLosses losses = module.step(batch, rate, at.step(), criticStep);
    if (!losses.finite()) {
      throw new Vec2FaceException(
          "The loss is no number any more at step %d (learning rate %.2e). Lower the rate or warm up longer; the last checkpoint is untouched."
              .formatted(at.step() + 1, rate));
    }
    RunPosition next = at.next(batches);
    double seconds = (System.nanoTime() - start) / 1e9;
    log.write(next, losses, rate, seconds);
    listener.stepped(next, losses, rate, seconds);
    return next;
  }

  private void sample(SampleGrid grid, RunPosition at)
      throws IOException, TorchException, Vec2FaceException {
    Path file = settings.samples(at.step());
    try {
      listener.sampled(at.step(), file, grid.write(module, file));
    } catch (InferenceException e) {
      throw new Vec2FaceException(String.valueOf(e.getMessage()), e);
    }
  }

  private void save(RunPosition at) throws Vec2FaceException, IOException, TorchException {
    Weights state = module.snapshot();
    try {
      new Checkpoint(state, at, notes).write(settings.last());
    } catch (CheckpointException e) {
      throw new Vec2FaceException(String.valueOf(e.getMessage()), e);
    }
    var weights = module.generator(state).weights();
    WholeFile.write(settings.weights(), fresh -> SafeTensors.write(weights, notes, fresh));
    listener.saved(settings.last());
  }

  private Vec2FaceException failed(TorchException e) {
    return new Vec2FaceException(
        e.outOfMemory()
            ? "There is not enough memory for %d pictures a step. Halve the batch and go on from the last checkpoint."
                .formatted(settings.batch())
            : String.valueOf(e.getMessage()),
        e,
        e.outOfMemory());
  }
}
