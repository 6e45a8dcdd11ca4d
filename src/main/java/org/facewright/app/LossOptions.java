package org.facewright.app;

import java.nio.file.Path;
import org.facewright.generation.vec2face.training.LossWeights;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much each loss of a generator's training counts. */
final class LossOptions {
  @Option(names = "--picture", paramLabel = "W", description = "pixels' squared difference (1)")
  private double picture = 1;

  @Option(names = "--structure", paramLabel = "W", description = "1 - SSIM (0.1)")
  private double structure = 0.1;

  @Option(names = "--identity-loss", paramLabel = "W", description = "1 - cosine (1)")
  private double identity = 1;

  @Option(names = "--token", paramLabel = "W", description = "decoder's and input tokens (1)")
  private double token = 1;

  @Option(names = "--perceptual", paramLabel = "W", description = "LPIPS, with --vgg (0.2)")
  private double perceptual = 0.2;

  @Option(names = "--adversarial", paramLabel = "W", description = "discriminator's (1)")
  private double adversarial = 1;

  @Option(
      names = "--identity",
      paramLabel = "ARCH=FILE",
      description = "recogniser for the identity loss: mobilefacenet=weights.safetensors, ...")
  private @Nullable String judge;

  @Option(names = "--vgg", paramLabel = "FILE", description = "VGG-16's weights for LPIPS")
  private @Nullable Path vgg;

  @Option(names = "--critic-from", paramLabel = "EPOCH", description = "default: none")
  private int criticFrom = -1;

  @Option(names = "--critic-width", paramLabel = "N", description = "its first channels (32)")
  private int criticWidth = 32;

  LossWeights weights() {
    LossWeights all = new LossWeights(picture, structure, identity, token, perceptual, adversarial);
    return all.having(judge != null, vgg != null, criticFrom >= 0);
  }

  @Nullable String judge() {
    return judge;
  }

  @Nullable Path vgg() {
    return vgg;
  }

  /** Channels; 0 without a discriminator. */
  int critic() {
    return criticFrom < 0 ? 0 : criticWidth;
  }

  int criticFrom() {
    return Math.max(0, criticFrom);
  }
}
