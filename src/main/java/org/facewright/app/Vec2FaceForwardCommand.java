package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.facewright.generation.vec2face.FaceGenerator;
import org.facewright.generation.vec2face.GeneratorConfig;
import org.facewright.generation.vec2face.GeneratorWeights;
import org.facewright.generation.vec2face.IdentityVectors;
import org.facewright.generation.vec2face.MaskDraw;
import org.facewright.generation.vec2face.TorchGenerator;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.inference.torch.TorchException;
import org.facewright.jobs.WholeFile;
import org.facewright.network.Precision;
import org.facewright.network.architecture.TokenMask;
import org.facewright.network.architecture.Vec2FaceGenerator;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Npy;
import org.facewright.vector.NpyType;
import org.facewright.vector.NpyWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code facewright vec2face forward}: one pass, to compare a checkpoint with PyTorch. */
@Command(
    name = "forward",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs a checkpoint once: vectors and masks in, the network's pictures out.",
      "docs/vec2face.md says how to compare them with the published code."
    })
final class Vec2FaceForwardCommand implements Callable<Integer> {
  @Mixin private Output output = new Output();

  @Option(
      names = "--checkpoint",
      required = true,
      paramLabel = "FILE",
      description = ".pth as published, or .safetensors")
  private Path checkpoint = Path.of("");

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "the network's sizes as JSON; or base, large, huge for the published ones")
  private String config = "";

  @Option(
      names = "--features",
      required = true,
      paramLabel = "NPY",
      description = "vectors, one a row")
  private Path features = Path.of("");

  @Option(
      names = "--mask-noise",
      paramLabel = "NPY",
      description = "[rows, 49] uniform numbers that rank the tokens (default: drawn from --seed)")
  private @Nullable Path noise;

  @Option(names = "--seed", defaultValue = "1", description = "of the masks (${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--mask-rate",
      description = "share of tokens that are masked (default: the configuration's)")
  private @Nullable Double rate;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "NPY",
      description = "[rows, 3, 112, 112], about -1 to 1, red first")
  private Path target = Path.of("");

  @Option(
      names = "--precision",
      defaultValue = "FP32",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
  private Precision precision = Precision.FP32;

  @Option(names = "--threads", paramLabel = "N", description = "of the processor (all)")
  private @Nullable Integer threads;

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    try {
      GeneratorConfig shape = GeneratorFiles.config(config);
      FloatMatrix vectors = IdentityVectors.read(features, shape.shape().features());
      TokenMask mask = mask(shape, vectors.rows());
      write(run(GeneratorWeights.read(checkpoint, shape), vectors, mask));
      double seconds = (System.nanoTime() - start) / 1e9;
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("output", target.toString());
      figures.put("pictures", vectors.rows());
      figures.put("seconds", seconds);
      output.result("%d pictures in %s".formatted(vectors.rows(), target), figures);
      return ExitCodes.DONE;
    } catch (Vec2FaceException | TorchException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  private TokenMask mask(GeneratorConfig shape, int rows) throws IOException {
    double share = rate == null ? shape.maskRate() : rate;
    if (!(share >= 0 && share <= 1)) {
      throw new UserException("--mask-rate must lie between 0 and 1, unlike " + share + ".");
    }
    int tokens = Vec2FaceGenerator.MASKABLE;
    float[] given =
        noise == null ? MaskDraw.noise(rows, new SplittableRandom(seed)) : given(noise, rows);
    return TokenMask.of(given, tokens, shape.dropped(), share);
  }

  private static float[] given(Path file, int rows) throws IOException {
    FloatMatrix noise = Npy.matrix(file);
    if (noise.rows() != rows || noise.columns() != Vec2FaceGenerator.MASKABLE) {
      throw new UserException(
          file
              + " is [%d, %d]; the masks of %d vectors need [%d, %d]."
                  .formatted(
                      noise.rows(), noise.columns(), rows, rows, Vec2FaceGenerator.MASKABLE));
    }
    for (float number : noise.values()) {
      if (Float.isNaN(number)) {
        throw new UserException(file + " holds a number that is none (NaN).");
      }
    }
    return noise.values();
  }

  private float[] run(GeneratorWeights weights, FloatMatrix vectors, TokenMask mask)
      throws Vec2FaceException, TorchException {
    Installation.keepLibraries();
    int lanes = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    try (TorchEngine engine = new TorchEngine(lanes);
        FaceGenerator generator = new TorchGenerator(weights, precision, engine)) {
      return generator.pictures(vectors, mask);
    }
  }

  private void write(float[] pictures) throws IOException {
    int side = Vec2FaceGenerator.SIDE;
    WholeFile.write(
        target,
        fresh -> {
          try (NpyWriter writer = new NpyWriter(fresh, NpyType.FLOAT32, 3, side, side)) {
            writer.write(pictures);
          }
        });
  }
}
