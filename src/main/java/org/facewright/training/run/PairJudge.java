package org.facewright.training.run;

import org.facewright.vector.FloatMatrix;

/** Judges pairs: the evaluation's protocol, which this package does not know. */
@FunctionalInterface
public interface PairJudge {
  /**
   * What the pairs say.
   *
   * @param features rows 2i and 2i + 1 are pair i, of any length
   * @param same whether pair i shows one person
   * @throws IllegalArgumentException when they cannot be judged, saying why
   */
  PairFigures judge(FloatMatrix features, boolean[] same);
}
