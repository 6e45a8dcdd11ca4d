package org.facewright.app;

import org.facewright.generation.vec2face.variant.VariantFolder;
import org.facewright.network.Precision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands that draw variants can be told of the drawing. */
final class VariantOptions {
  @Option(
      names = "--angle",
      paramLabel = "MIX",
      description = "instead: degrees on the sphere, a number or a mix")
  private @Nullable String angle;

  @Option(names = "--retries", defaultValue = "5", description = "(${DEFAULT-VALUE})")
  private int retries;

  @Option(
      names = "--duplicate",
      defaultValue = "2",
      paramLabel = "COSINE",
      description = "from which two variants count as one, such as 0.99 (default: off)")
  private double duplicate;

  @Option(names = "--mask-rate", description = "share of masked tokens (default: generator's)")
  private @Nullable Double maskRate;

  @Option(names = "--seed", defaultValue = "1", description = "of everything (${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--embedder",
      paramLabel = "NAME",
      description = "recogniser of pictures and filters (default: the generator's own)")
  private @Nullable String embedder;

  @Option(names = "--format", defaultValue = "JPEG", description = "${COMPLETION-CANDIDATES}")
  private VariantFolder.Format format = VariantFolder.Format.JPEG;

  @Option(names = "--bf16", description = "16-bit arithmetic, for .pth and .safetensors")
  private boolean half;

  /** Degrees on the sphere; null where coordinates get noise instead. */
  @Nullable String angle() {
    return angle;
  }

  int retries() {
    return retries;
  }

  /** Cosine from which two variants count as one; above 1: never. */
  double duplicate() {
    return duplicate;
  }

  /** Share of masked tokens; null: the generator's. */
  @Nullable Double maskRate() {
    return maskRate;
  }

  long seed() {
    return seed;
  }

  /** Recogniser by its name in the catalogue; null: the generator's own. */
  @Nullable String embedder() {
    return embedder;
  }

  VariantFolder.Format format() {
    return format;
  }

  Precision precision() {
    return half ? Precision.BF16 : Precision.FP32;
  }
}
