package org.facewright.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ResizeTest {
  private static RgbImage noise(int width, int height) {
    RgbImage image = RgbImage.black(width, height);
    new Random(4).nextBytes(image.rgb());
    return image;
  }

  @Test
  void areaIsTheMeanOfWhatLiesBelow() {
    RgbImage image = noise(40, 30);
    RgbImage small = Resize.area(image, 10, 10);
    for (int y = 0; y < 10; y++) {
      for (int x = 0; x < 10; x++) {
        double sum = 0;
        for (int v = 0; v < 3; v++) {
          for (int u = 0; u < 4; u++) {
            sum += image.at(4 * x + u, 3 * y + v, 1);
          }
        }
        assertThat((double) small.at(x, y, 1)).isCloseTo(sum / 12, within(.51));
      }
    }
  }

  @Test
  void areaKeepsTheMeanWhenSidesDoNotDivide() {
    RgbImage image = noise(101, 67);
    assertThat(mean(Resize.area(image, 37, 23))).isCloseTo(mean(image), within(1.0));
  }

  private static double mean(RgbImage image) {
    double sum = 0;
    for (byte value : image.rgb()) {
      sum += value & 0xff;
    }
    return sum / image.rgb().length;
  }

  @Test
  void bilinearFollowsASlopeWithPixelCentresAtHalf() {
    RgbImage image = RgbImage.black(50, 4);
    for (int i = 0; i < 200; i++) {
      image.rgb()[i * 3] = (byte) (i % 50 * 4);
    }
    RgbImage large = Resize.bilinear(image, 100, 8);
    for (int x = 2; x < 98; x++) {
      assertThat((double) large.at(x, 3, 0)).isCloseTo(((x + .5) / 2 - .5) * 4, within(.51));
    }
  }

  @Test
  void onePixelCanGrow() {
    RgbImage one = new RgbImage(1, 1, new byte[] {10, 20, 30});
    assertThat(Resize.bilinear(one, 3, 5).at(2, 4, 2)).isEqualTo(30);
  }

  @Test
  void cropsPastTheEdgeAreBlackThere() {
    RgbImage image = noise(10, 10);
    RgbImage crop = Crop.of(image, -2, 7, 6, 6);
    assertThat(crop.at(1, 0, 0)).isZero();
    assertThat(crop.at(2, 0, 0)).isEqualTo(image.at(0, 7, 0));
    assertThat(crop.at(5, 2, 2)).isEqualTo(image.at(3, 9, 2));
    assertThat(crop.at(3, 3, 0)).isZero();
  }

  @Test
  void mirrorsAndFlips() {
    RgbImage image = noise(7, 5);
    assertThat(Crop.mirrored(image).at(0, 2, 1)).isEqualTo(image.at(6, 2, 1));
    assertThat(Crop.flipped(image).at(3, 0, 1)).isEqualTo(image.at(3, 4, 1));
    assertThat(Crop.mirrored(Crop.mirrored(image)).rgb()).isEqualTo(image.rgb());
  }
}
