package org.facewright.generation.vec2face.variant;

import java.util.SplittableRandom;
import org.facewright.vector.Kernels;

/** How a vector is moved; its length stays. */
public sealed interface Perturbation {
  /** Amounts of the variants. */
  Mix mix();

  /** A moved copy of a vector. */
  float[] move(float[] vector, double amount, SplittableRandom random);

  /** Normal noise on every coordinate, then back to the length (published); amount: deviation. */
  record Gaussian(Mix mix) implements Perturbation {
    @Override
    public float[] move(float[] vector, double amount, SplittableRandom random) {
      float[] moved = new float[vector.length];
      for (int i = 0; i < moved.length; i++) {
        moved[i] = (float) (vector[i] + amount * random.nextGaussian());
      }
      return sized(moved, Kernels.norm(vector, 0, vector.length));
    }
  }

  /** Turned by an angle towards a random direction on the sphere; amount: degrees, 0 to 180. */
  record Angular(Mix mix) implements Perturbation {
    public Angular {
      for (Mix.Part part : mix.parts()) {
        if (part.amount() > 180) {
          throw new IllegalArgumentException("angles lie between 0 and 180 degrees");
        }
      }
    }

    @Override
    public float[] move(float[] vector, double amount, SplittableRandom random) {
      double norm = Kernels.norm(vector, 0, vector.length);
      double[] aside = new double[vector.length];
      double along = 0;
      for (int i = 0; i < aside.length; i++) {
        aside[i] = random.nextGaussian();
        along += aside[i] * vector[i] / norm;
      }
      double rest = 0;
      for (int i = 0; i < aside.length; i++) {
        aside[i] -= along * vector[i] / norm;
        rest += aside[i] * aside[i];
      }
      double angle = Math.toRadians(amount);
      float[] moved = new float[vector.length];
      for (int i = 0; i < moved.length; i++) {
        moved[i] =
            (float)
                (Math.cos(angle) * vector[i] + Math.sin(angle) * norm * aside[i] / Math.sqrt(rest));
      }
      return moved;
    }
  }

  private static float[] sized(float[] values, double length) {
    double norm = Kernels.norm(values, 0, values.length);
    for (int i = 0; i < values.length && norm > 0; i++) {
      values[i] = (float) (values[i] * length / norm);
    }
    return values;
  }
}
