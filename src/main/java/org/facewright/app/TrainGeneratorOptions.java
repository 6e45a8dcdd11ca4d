package org.facewright.app;

import java.nio.file.Path;
import org.facewright.generation.vec2face.MaskDraw;
import org.facewright.generation.vec2face.training.RunSettings;
import org.facewright.inference.Device;
import org.facewright.network.Precision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a generator's training is told. */
final class TrainGeneratorOptions {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "aligned 112 x 112 faces, one folder an identity")
  private Path data = Path.of("");

  @Option(
      names = "--run",
      required = true,
      paramLabel = "DIR",
      description = "checkpoints, weights, log and samples; an existing run goes on")
  private Path run = Path.of("");

  @Option(
      names = "--config",
      defaultValue = "small",
      paramLabel = "FILE",
      description = "sizes as JSON, or small, base, large, huge (${DEFAULT-VALUE})")
  private String config = "small";

  @Option(
      names = "--embedder",
      paramLabel = "NAME",
      description =
          "recogniser of the catalogue that makes the vectors (default: the one of --identity)")
  private @Nullable String embedder;

  @Option(names = "--epochs", defaultValue = "100", description = "(${DEFAULT-VALUE})")
  private int epochs;

  @Option(
      names = "--batch",
      defaultValue = "32",
      description = "pictures a step (${DEFAULT-VALUE})")
  private int batch;

  @Option(
      names = "--base-rate",
      defaultValue = "2e-3",
      description =
          "learning rate for 256 pictures a step, scaled to the batch; published: 4e-5"
              + " (${DEFAULT-VALUE})")
  private double baseRate;

  @Option(
      names = "--warm-up",
      defaultValue = "1",
      description = "epochs in which the rate rises (${DEFAULT-VALUE})")
  private double warmUp;

  @Option(
      names = "--mask-rates",
      arity = "4",
      paramLabel = "N",
      description = "least, most, mean and deviation of the mask rate (0.5 1 0.75 0.25)")
  private double @Nullable [] masks;

  @Option(names = "--held-out", defaultValue = "10", description = "identities (${DEFAULT-VALUE})")
  private int heldOut;

  @Option(names = "--seed", defaultValue = "1", description = "of everything (${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--average",
      defaultValue = "0.999",
      description = "decay a step of the kept weights (${DEFAULT-VALUE})")
  private double average;

  @Option(
      names = "--precision",
      defaultValue = "FP32",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
  private Precision precision = Precision.FP32;

  @Option(
      names = "--device",
      defaultValue = "AUTO",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}: a card that answers)")
  private Device device = Device.AUTO;

  @Option(names = "--threads", paramLabel = "N", description = "of the processor (all)")
  private @Nullable Integer threads;

  @Option(
      names = "--save-every",
      defaultValue = "500",
      description = "steps between two checkpoints (${DEFAULT-VALUE})")
  private int saveEvery;

  @Option(
      names = "--sample-every",
      defaultValue = "500",
      description = "steps between two sample grids (${DEFAULT-VALUE})")
  private int sampleEvery;

  @Option(
      names = "--start",
      paramLabel = "FILE",
      description = "weights to start a new run from (.safetensors, .pth)")
  private @Nullable Path start;

  Path data() {
    return data;
  }

  Path run() {
    return run;
  }

  String config() {
    return config;
  }

  @Nullable String embedder() {
    return embedder;
  }

  @Nullable Path start() {
    return start;
  }

  double rate() {
    return baseRate * batch / 256;
  }

  double warmUp() {
    return warmUp;
  }

  double average() {
    return average;
  }

  MaskDraw masks() {
    return masks == null
        ? MaskDraw.training()
        : new MaskDraw(masks[0], masks[1], masks[2], masks[3]);
  }

  int heldOut() {
    return heldOut;
  }

  long seed() {
    return seed;
  }

  Precision precision() {
    return precision;
  }

  Device device() {
    return device;
  }

  int threads() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  RunSettings settings(int criticFrom) {
    return new RunSettings(batch, epochs, criticFrom, saveEvery, sampleEvery, run);
  }
}
