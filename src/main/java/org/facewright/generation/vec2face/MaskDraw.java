package org.facewright.generation.vec2face;

import java.util.SplittableRandom;
import org.facewright.network.architecture.TokenMask;
import org.facewright.network.architecture.Vec2FaceGenerator;

/**
 * How masks are drawn: one rate a batch, normal but never outside [least, most], and 49 uniform
 * numbers a sample. A batch's mask depends on its seed only.
 *
 * @param least lowest rate; the share of tokens that is dropped as well
 * @param most highest rate
 * @param mean of the normal distribution
 * @param deviation of it; 0 takes the mean
 */
public record MaskDraw(double least, double most, double mean, double deviation) {
  private static final int TRIES = 10_000;

  public MaskDraw {
    if (!(0 <= least && least <= most && most <= 1 && deviation >= 0)) {
      throw new IllegalArgumentException("mask rates lie between 0 and 1");
    }
  }

  /** As the published generation scripts: 0.15 on average, 0.1 to 1. */
  public static MaskDraw published() {
    return new MaskDraw(0.1, 1, 0.15, 0.25);
  }

  /** As published for training: 0.75 on average, 0.5 to 1. */
  public static MaskDraw training() {
    return new MaskDraw(0.5, 1, 0.75, 0.25);
  }

  /** Always this rate. */
  public static MaskDraw fixed(double dropped, double rate) {
    return new MaskDraw(dropped, Math.max(dropped, 1), Math.max(dropped, rate), 0);
  }

  /** A rate; where 10,000 tries find none within the limits it is the nearest limit. */
  public double rate(SplittableRandom random) {
    double drawn = mean;
    for (int i = 0; i < TRIES && deviation > 0; i++) {
      drawn = mean + deviation * random.nextGaussian();
      if (drawn >= least && drawn <= most) {
        return drawn;
      }
    }
    return Math.clamp(drawn, least, most);
  }

  /** The noise of a batch, [batch, 49], each number at least 0 and below 1. */
  public static float[] noise(int batch, SplittableRandom random) {
    float[] noise = new float[batch * Vec2FaceGenerator.MASKABLE];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (random.nextInt() >>> 8) * 0x1p-24f;
    }
    return noise;
  }

  /** Rate and noise of a batch from a seed. */
  public TokenMask draw(int batch, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double rate = rate(random);
    return TokenMask.of(noise(batch, random), Vec2FaceGenerator.MASKABLE, least, rate);
  }

  /**
   * As {@link #draw}, but each sample's noise depends on its own seed, so that batches may split.
   */
  public TokenMask draw(long[] seeds) {
    double rate = deviation == 0 ? Math.clamp(mean, least, most) : Double.NaN;
    if (Double.isNaN(rate)) {
      throw new IllegalStateException("masks of single pictures need a fixed rate");
    }
    float[] noise = new float[seeds.length * Vec2FaceGenerator.MASKABLE];
    for (int i = 0; i < seeds.length; i++) {
      float[] one = noise(1, new SplittableRandom(seeds[i]));
      System.arraycopy(one, 0, noise, i * one.length, one.length);
    }
    return TokenMask.of(noise, Vec2FaceGenerator.MASKABLE, least, rate);
  }
}
