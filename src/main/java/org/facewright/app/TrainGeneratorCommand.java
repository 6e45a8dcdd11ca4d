package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.inference.InferenceException;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.inference.torch.TorchException;
import org.facewright.jobs.StopHook;
import org.facewright.network.checkpoint.CheckpointException;
import org.facewright.network.checkpoint.RunPosition;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facewright train-generator}: a Vec2Face of one's own. */
@Command(
    name = "train-generator",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Trains a Vec2Face generator on a folder of aligned faces (one folder an identity).",
      "Every picture's embedding is computed once and kept in the run's folder.",
      "Ctrl-C saves a checkpoint and stops; the same line goes on, a new folder starts a new run."
    })
final class TrainGeneratorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Output output = new Output();
  @Mixin private TrainGeneratorOptions options = new TrainGeneratorOptions();

  @ArgGroup(exclusive = false, heading = "Losses:%n")
  private LossOptions losses = new LossOptions();

  @Option(names = "--stop-after", paramLabel = "MINUTES", description = "then save and end")
  private double minutes = Double.POSITIVE_INFINITY;

  @Override
  public Integer call() throws IOException, CatalogueException, InstallException {
    Installation.keepLibraries();
    Path stop = options.run().resolve("STOP");
    Files.createDirectories(options.run());
    Files.deleteIfExists(stop);
    long end = minutes == Double.POSITIVE_INFINITY ? Long.MAX_VALUE : (long) (minutes * 60e9);
    long start = System.nanoTime();
    AtomicBoolean asked = new AtomicBoolean();
    // Closed last: the process must not end while the engine is at work.
    try (StopHook _ = new StopHook(() -> asked.set(true));
        GeneratorTraining training =
            new GeneratorTraining(options, losses, Installation.here(), output::note)) {
      RunPosition at =
          training.run(() -> asked.get() || Files.exists(stop) || System.nanoTime() - start > end);
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("run", options.run().toString());
      figures.put("step", at.step());
      figures.put("epoch", at.epoch());
      figures.put("generator", options.run().resolve("generator.safetensors").toString());
      output.result(
          "%s stands at step %,d, epoch %d".formatted(options.run(), at.step(), at.epoch()),
          figures);
      return asked.get() ? ExitCodes.STOPPED : ExitCodes.DONE;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    } catch (Vec2FaceException | TorchException | InferenceException | CheckpointException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }
}
