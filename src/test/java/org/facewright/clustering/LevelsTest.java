package org.facewright.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LevelsTest {
  /** The test of scikit-learn on float32 rows: distance and radius are float32. */
  private static boolean neighbours(float similarity, double threshold) {
    return Math.clamp(1f - similarity, 0f, 2f) <= (float) (1 - threshold);
  }

  @Test
  void comparingLevelsIsScikitLearnsComparison() {
    Random random = new Random(1);
    for (int i = 0; i < 200_000; i++) {
      int k = random.nextInt(20_001) - 10_000;
      float near = (float) (k / 10_000.0);
      float similarity =
          switch (i % 3) {
            case 0 -> near + (random.nextInt(9) - 4) * Math.ulp(near);
            case 1 -> near + (random.nextInt(9) - 4) * Math.ulp(1f) / 2;
            default -> random.nextFloat() * 2 - 1;
          };
      similarity = Math.clamp(similarity, -1.0001f, 1.0001f);
      assertThat(Levels.of(similarity) >= k)
          .as(similarity + " at " + k)
          .isEqualTo(neighbours(similarity, k / 10_000.0));
    }
  }

  @Test
  void thresholdsAreTakenToTheNearestStep() {
    assertThat(Levels.threshold(.35)).isEqualTo(3500);
    assertThat(Levels.threshold(.6 + .02 + .02)).isEqualTo(6400);
    assertThatThrownBy(() -> Levels.threshold(1.01)).hasMessageContaining("1.01");
    assertThatThrownBy(() -> Levels.threshold(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
