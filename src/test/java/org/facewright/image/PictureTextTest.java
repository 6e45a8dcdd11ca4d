package org.facewright.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PictureTextTest {
  private static final String TEXT = "{\"seed\": 17, \"who\": \"Ä\"}";

  private static RgbImage picture() {
    RgbImage image = RgbImage.black(16, 12);
    for (int i = 0; i < image.rgb().length; i++) {
      image.rgb()[i] = (byte) (i * 7);
    }
    return image;
  }

  @Test
  void aTextTravelsInPngAndJpegAndLeavesPixelsAlone() throws Exception {
    ImageDecoder decoder = new ImageDecoder();
    byte[] png = new PngEncoder().encode(picture());
    byte[] jpeg = new JpegEncoder().encode(picture(), .95);
    for (byte[] plain : new byte[][] {png, jpeg}) {
      byte[] told = PictureText.with(plain, TEXT);
      assertThat(PictureText.of(plain)).isEmpty();
      assertThat(PictureText.of(told)).contains(TEXT);
      assertThat(decoder.decode(told).rgb()).isEqualTo(decoder.decode(plain).rgb());
      assertThat(PictureText.without(told)).isEqualTo(plain);
    }
  }

  @Test
  void otherFilesAreRefusedAndBrokenOnesHoldNoText() {
    byte[] words = "GIF89a and more".getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> PictureText.with(words, TEXT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(PictureText.of(words)).isEmpty();
    byte[] cut = PictureText.with(new PngEncoder().encode(picture()), TEXT);
    assertThat(PictureText.of(java.util.Arrays.copyOf(cut, 50))).isEmpty();
  }
}
