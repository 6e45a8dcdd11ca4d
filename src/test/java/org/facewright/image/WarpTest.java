package org.facewright.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WarpTest {
  /** Smooth enough that bilinear mixing is exact: red 2x, green 3y, blue x + y. */
  private static RgbImage slopes(int width, int height) {
    RgbImage image = RgbImage.black(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = (y * width + x) * 3;
        image.rgb()[at] = (byte) (2 * x);
        image.rgb()[at + 1] = (byte) (3 * y);
        image.rgb()[at + 2] = (byte) (x + y);
      }
    }
    return image;
  }

  @Test
  void theIdentityChangesNothing() {
    RgbImage image = slopes(50, 40);
    RgbImage warped = Warp.similarity(image, new Similarity(1, 0, 0, 0), 50, 40);
    assertThat(warped.rgb()).isEqualTo(image.rgb());
  }

  @Test
  void samplesWhereTheInverseSays() {
    RgbImage image = slopes(80, 80);
    Similarity turn = new Similarity(.9, .3, 5.25, -3.5);
    RgbImage warped = Warp.similarity(image, turn, 60, 60);
    Similarity back = turn.inverse();
    int inside = 0;
    for (int y = 0; y < 60; y++) {
      for (int x = 0; x < 60; x++) {
        double u = back.x(x, y);
        double v = back.y(x, y);
        if (u >= 0 && v >= 0 && u <= 79 && v <= 79) {
          assertThat((double) warped.at(x, y, 0)).isCloseTo(2 * u, within(.6));
          assertThat((double) warped.at(x, y, 1)).isCloseTo(3 * v, within(.6));
          inside++;
        }
      }
    }
    assertThat(inside).isGreaterThan(2000);
  }

  @Test
  void outsideIsBlack() {
    RgbImage warped = Warp.similarity(slopes(20, 20), new Similarity(1, 0, 100, 100), 50, 50);
    assertThat(warped.rgb()).containsOnly(0);
  }

  @Test
  void strongReductionAveragesInsteadOfSkipping() {
    RgbImage stripes = RgbImage.black(400, 400);
    for (int i = 0; i < stripes.rgb().length; i++) {
      stripes.rgb()[i] = (byte) (i / 3 % 2 == 0 ? 0 : 200);
    }
    RgbImage warped = Warp.similarity(stripes, new Similarity(.2, 0, 0, 0), 60, 60);
    for (int x = 5; x < 55; x++) {
      assertThat(warped.at(x, 30, 0)).isBetween(90, 110);
    }
  }

  @Test
  void reductionKeepsPlaces() {
    RgbImage warped = Warp.similarity(slopes(120, 80), new Similarity(.2, 0, 1, 2), 20, 16);
    // x' = .2 x + 1, so that x = 5 (x' - 1)
    assertThat((double) warped.at(10, 8, 0)).isCloseTo(2 * 45, within(1.5));
    assertThat((double) warped.at(10, 8, 1)).isCloseTo(3 * 30, within(1.5));
  }

  @Test
  void theInverseLeadsBack() {
    Similarity there = new Similarity(.4, -1.2, 17, 4);
    Similarity back = there.inverse();
    double x = there.x(3, 9);
    double y = there.y(3, 9);
    assertThat(back.x(x, y)).isCloseTo(3, within(1e-9));
    assertThat(back.y(x, y)).isCloseTo(9, within(1e-9));
  }
}
