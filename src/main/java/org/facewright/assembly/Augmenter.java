package org.facewright.assembly;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.facewright.image.FaceAugmentation;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.JpegEncoder;
import org.facewright.image.RgbImage;
import org.facewright.project.release.AugmentStep;

/**
 * Makes a changed picture of a face, the published way with some steps switched off. The same
 * picture, steps and seed give the same bytes. Immutable, safe for all threads.
 */
public final class Augmenter {
  private static final double QUALITY = .95;

  private final FaceAugmentation chain;
  private final ImageDecoder decoder = new ImageDecoder();
  private final JpegEncoder encoder = new JpegEncoder();

  public Augmenter(Set<AugmentStep> steps) {
    FaceAugmentation all = FaceAugmentation.published();
    chain =
        new FaceAugmentation(
            chance(steps, AugmentStep.FLIP, all.flip()),
            chance(steps, AugmentStep.COLOUR, all.colour()),
            chance(steps, AugmentStep.GREY, all.grey()),
            chance(steps, AugmentStep.AFFINE, all.affine()),
            chance(steps, AugmentStep.TURN, all.turn()),
            chance(steps, AugmentStep.BLUR, all.blur()),
            chance(steps, AugmentStep.HALF, all.half()));
  }

  private static double chance(Set<AugmentStep> steps, AugmentStep step, double published) {
    return steps.contains(step) ? published : 0;
  }

  /** The changed picture. */
  public RgbImage change(RgbImage picture, long seed) {
    return chain.apply(picture, new SplittableRandom(seed));
  }

  /** The steps that a seed takes. */
  public List<AugmentStep> steps(long seed) {
    return chain.drawn(new SplittableRandom(seed)).stream()
        .map(step -> AugmentStep.valueOf(step.name()))
        .toList();
  }

  /** The changed picture, encoded as JPEG. */
  public byte[] change(byte[] picture, long seed) throws IOException {
    try {
      return encoder.encode(change(decoder.decode(picture), seed), QUALITY);
    } catch (ImageException e) {
      throw new IOException("it is no usable picture: " + e.getMessage(), e);
    }
  }
}
