package org.facewright.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.facewright.image.JpegEncoder.Chroma;
import org.junit.jupiter.api.Test;

class EncodingTest {
  private final ImageDecoder decoder = new ImageDecoder();

  /** Colour that changes from pixel to pixel, which halved chroma cannot hold. */
  private static RgbImage checkered() {
    RgbImage image = RgbImage.black(64, 48);
    for (int i = 0; i < 64 * 48; i++) {
      boolean red = (i + i / 64) % 2 == 0;
      image.rgb()[i * 3] = (byte) (red ? 200 : 60);
      image.rgb()[i * 3 + 2] = (byte) (red ? 60 : 200);
    }
    return image;
  }

  private static double difference(RgbImage a, RgbImage b) {
    double sum = 0;
    for (int i = 0; i < a.rgb().length; i++) {
      sum += Math.abs((a.rgb()[i] & 0xff) - (b.rgb()[i] & 0xff));
    }
    return sum / a.rgb().length;
  }

  @Test
  void pngKeepsEveryPixel() throws Exception {
    RgbImage image = RgbImage.black(31, 17);
    new Random(1).nextBytes(image.rgb());
    assertThat(decoder.decode(new PngEncoder().encode(image)).rgb()).isEqualTo(image.rgb());
  }

  @Test
  void jpegOfFullChromaKeepsColoursThatHalvedOnesLose() throws Exception {
    RgbImage image = checkered();
    byte[] full = new JpegEncoder(Chroma.FULL).encode(image, .95);
    byte[] halved = new JpegEncoder(Chroma.HALVED).encode(image, .95);
    assertThat(difference(image, decoder.decode(full))).isLessThan(6);
    assertThat(difference(image, decoder.decode(halved))).isGreaterThan(20);
  }

  @Test
  void lowerQualityIsSmaller() {
    RgbImage image = RgbImage.black(100, 100);
    new Random(1).nextBytes(image.rgb());
    assertThat(new JpegEncoder().encode(image, .3).length)
        .isLessThan(new JpegEncoder().encode(image, .9).length / 2);
  }
}
