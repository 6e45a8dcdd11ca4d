package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.facewright.generation.vec2face.GeneratorHome;
import org.facewright.generation.vec2face.IdentityVectors;
import org.facewright.generation.vec2face.MaskDraw;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.generation.vec2face.attribute.AttributeOptimiser;
import org.facewright.generation.vec2face.attribute.AttributeResult;
import org.facewright.generation.vec2face.attribute.AttributeSettings;
import org.facewright.generation.vec2face.attribute.AttributeTargets;
import org.facewright.generation.vec2face.attribute.Estimators;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.inference.torch.TorchException;
import org.facewright.jobs.StopHook;
import org.facewright.network.Precision;
import org.facewright.vector.FloatMatrix;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facewright vec2face optimise}: vectors whose faces meet targets. */
@Command(
    name = "optimise",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Moves identity vectors until the faces drawn from them meet targets: identity, quality,"
          + " yaw.",
      "Bounded: each vector ends by itself, and a table beside the vectors says which targets each"
          + " one met and how close it came. Ctrl-C keeps the best found so far."
    })
final class Vec2FaceOptimiseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Output output = new Output();
  @Mixin private EstimatorOptions estimators = new EstimatorOptions();

  @Option(
      names = "--generator",
      required = true,
      paramLabel = "PATH",
      description =
          "a folder with generator and config.json, .safetensors or .pth, or an .onnx that this"
              + " program exported")
  private Path generator = Path.of("");

  @Option(names = "--config", paramLabel = "FILE", description = "default: config.json beside it")
  private @Nullable Path config;

  @Option(
      names = "--vectors",
      required = true,
      paramLabel = "NPY",
      description = "where to start, one vector a row")
  private Path vectors = Path.of("");

  @Option(
      names = "--wanted",
      paramLabel = "NPY",
      description = "features that the faces shall have by --identity (default: the vectors)")
  private @Nullable Path wanted;

  @Option(names = "--quality", defaultValue = "27", description = "wanted (${DEFAULT-VALUE})")
  private double quality;

  @Option(names = "--yaw", description = "wanted to either side, 0 to 90 degrees (default: any)")
  private @Nullable Double yaw;

  @Option(
      names = "--within",
      arity = "3",
      paramLabel = "N",
      description = "identity distance, quality and degrees that are close enough (0.3 1 5)")
  private double @Nullable [] within;

  @Option(names = "--steps", defaultValue = "300", description = "at most (${DEFAULT-VALUE})")
  private int steps;

  @Option(
      names = "--patience",
      defaultValue = "100",
      description = "steps without progress that end a vector (${DEFAULT-VALUE})")
  private int patience;

  @Option(names = "--rate", defaultValue = "0.1", description = "Adam's (${DEFAULT-VALUE})")
  private double rate;

  @Option(names = "--seed", defaultValue = "1", description = "of the masks (${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--fixed-mask", description = "the same masks in every step: steadier")
  private boolean fixed;

  @Option(names = "--batch", defaultValue = "8", description = "vectors at once (${DEFAULT-VALUE})")
  private int batch;

  @Option(
      names = "--precision",
      defaultValue = "FP32",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
  private Precision precision = Precision.FP32;

  @Option(names = "--threads", paramLabel = "N", description = "of the processor (all)")
  private @Nullable Integer threads;

  @Option(names = "--strict", description = "exit with 3 if a vector missed a target")
  private boolean strict;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "NPY",
      description = "the vectors; a table .csv beside it")
  private Path target = Path.of("");

  private volatile boolean stopping;

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    try {
      AttributeTargets targets = targets();
      AttributeSettings settings =
          new AttributeSettings(rate, steps, patience, MaskDraw.published(), seed, fixed);
      List<AttributeResult> found = search(targets, settings);
      SearchResults results = new SearchResults(found, targets);
      results.write(target);
      double seconds = (System.nanoTime() - start) / 1e9;
      output.result(results.sentence(target, seconds), results.figures(target, seconds));
      if (stopping) {
        return ExitCodes.STOPPED;
      }
      return strict && results.met() < found.size() ? ExitCodes.WITH_FAILURES : ExitCodes.DONE;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    } catch (Vec2FaceException | TorchException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  private AttributeTargets targets() {
    double[] close = within == null ? new double[] {.3, 1, 5} : within;
    return new AttributeTargets(
        quality, yaw == null ? Double.NaN : yaw, close[0], close[1], close[2]);
  }

  private List<AttributeResult> search(AttributeTargets targets, AttributeSettings settings)
      throws IOException, Vec2FaceException, TorchException {
    if (batch < 1) {
      throw new IllegalArgumentException("at least one vector at once");
    }
    GeneratorHome home = GeneratorHome.at(weights(), config);
    var opened = home.weights();
    Estimators seen = estimators.estimators();
    FloatMatrix first = IdentityVectors.read(vectors, opened.config().shape().features());
    if (home.vectorNorm() > 0) {
      first = IdentityVectors.scaled(first, home.vectorNorm());
    }
    FloatMatrix aims =
        wanted == null
            ? first
            : IdentityVectors.read(
                wanted, seen.identity().network().outputs().getFirst().dims().size(-1));
    if (aims.rows() != first.rows()) {
      throw new IllegalArgumentException(
          "%d vectors cannot become %d identities".formatted(first.rows(), aims.rows()));
    }
    Installation.keepLibraries();
    int lanes = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    try (StopHook _ = new StopHook(() -> stopping = true);
        TorchEngine engine = new TorchEngine(lanes);
        AttributeOptimiser optimiser = new AttributeOptimiser(opened, seen, precision, engine)) {
      return batches(optimiser, first, aims, targets, settings);
    }
  }

  /** A training run's folder may hold an ONNX file in 16 bits too. */
  private Path weights() {
    Path checkpoint = generator.resolve("generator.safetensors");
    return java.nio.file.Files.isRegularFile(checkpoint) ? checkpoint : generator;
  }

  private List<AttributeResult> batches(
      AttributeOptimiser optimiser,
      FloatMatrix first,
      FloatMatrix aims,
      AttributeTargets targets,
      AttributeSettings settings)
      throws Vec2FaceException {
    List<AttributeResult> found = new ArrayList<>();
    for (int from = 0; from < first.rows(); from += batch) {
      int to = Math.min(first.rows(), from + batch);
      found.addAll(
          optimiser.search(
              rows(first, from, to),
              rows(aims, from, to),
              targets,
              settings,
              () -> stopping,
              step -> {}));
      output.note(
          "%,d of %,d vectors, %,d meet all targets"
              .formatted(
                  found.size(),
                  first.rows(),
                  found.stream().filter(it -> it.met(targets)).count()));
    }
    return found;
  }

  private static FloatMatrix rows(FloatMatrix all, int from, int to) {
    int dim = all.columns();
    return new FloatMatrix(to - from, dim, Arrays.copyOfRange(all.values(), from * dim, to * dim));
  }
}
