package org.facewright.generation.vec2face.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.facewright.vector.Kernels;
import org.junit.jupiter.api.Test;

class PerturbationTest {
  private static float[] vector() {
    SplittableRandom random = new SplittableRandom(5);
    float[] vector = new float[512];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return vector;
  }

  private static long count(double[] amounts, double wanted) {
    return Arrays.stream(amounts).filter(amount -> amount == wanted).count();
  }

  @Test
  void everyIdentityGetsExactCountsOfThePublishedMix() {
    for (long seed = 0; seed < 5; seed++) {
      double[] amounts = Mix.hsface().amounts(50, new SplittableRandom(seed));
      assertThat(count(amounts, .3)).isEqualTo(20);
      assertThat(count(amounts, .5)).isEqualTo(20);
      assertThat(count(amounts, .7)).isEqualTo(10);
    }
    double[] odd = Mix.hsface().amounts(49, new SplittableRandom(1));
    assertThat(count(odd, .3) + count(odd, .5)).isBetween(39L, 40L);
    assertThat(Mix.hsface().amounts(50, new SplittableRandom(1)))
        .isNotEqualTo(Mix.hsface().amounts(50, new SplittableRandom(2)));
    assertThat(Mix.parse("0.3:40,0.5:40,0.7:20").amounts(10, new SplittableRandom(0)))
        .containsExactlyInAnyOrder(.3, .3, .3, .3, .5, .5, .5, .5, .7, .7);
    assertThatThrownBy(() -> Mix.parse("much")).hasMessageContaining("much");
  }

  @Test
  void noiseOnCoordinatesKeepsTheLengthAndMovesAsFarAsItsDeviation() {
    float[] vector = vector();
    double length = Kernels.norm(vector, 0, 512);
    Perturbation gaussian = new Perturbation.Gaussian(Mix.reference());
    double sum = 0;
    for (int i = 0; i < 50; i++) {
      float[] moved = gaussian.move(vector, .5, new SplittableRandom(i));
      assertThat(Kernels.norm(moved, 0, 512)).isCloseTo(length, within(1e-3));
      sum += Kernels.cosine(vector, moved);
    }
    // v and noise are almost orthogonal: the cosine is |v| / sqrt(|v|^2 + 512 sigma^2).
    double expected = length / Math.sqrt(length * length + 512 * .25);
    assertThat(sum / 50).isCloseTo(expected, within(.01));
    assertThat(gaussian.move(vector, 0, new SplittableRandom(1))).isEqualTo(vector);
  }

  @Test
  void anglesAreExact() {
    float[] vector = vector();
    Perturbation angular = new Perturbation.Angular(Mix.of(30));
    for (double angle : new double[] {0, 10, 60, 179}) {
      float[] moved = angular.move(vector, angle, new SplittableRandom(3));
      assertThat(Kernels.cosine(vector, moved))
          .isCloseTo((float) Math.cos(Math.toRadians(angle)), within(1e-4f));
      assertThat(Kernels.norm(moved, 0, 512)).isCloseTo(Kernels.norm(vector, 0, 512), within(1e-3));
    }
  }
}
