package org.facewright.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a picture does not need to be seen is gone, and it looks the same. */
class PictureMetadataTest {
  private static final String SECRET = "taken at 52.5 N by Ada";

  private static RgbImage drawn() {
    byte[] rgb = new byte[24 * 16 * 3];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i * 7 / 3);
    }
    return new RgbImage(24, 16, rgb);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] exif(int orientation) {
    ByteArrayOutputStream tiff = new ByteArrayOutputStream();
    tiff.writeBytes("Exif\0\0MM\0*\0\0\0\10\0\1".getBytes(StandardCharsets.ISO_8859_1));
    tiff.writeBytes(new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0});
    tiff.writeBytes(new byte[4]);
    tiff.writeBytes(SECRET.getBytes(StandardCharsets.ISO_8859_1));
    byte[] body = tiff.toByteArray();
    ByteArrayOutputStream segment = new ByteArrayOutputStream();
    segment.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (body.length + 2)});
    segment.writeBytes(body);
    return segment.toByteArray();
  }

  private static byte[] inserted(byte[] picture, int at, byte[] more) {
    byte[] all = Arrays.copyOf(picture, picture.length + more.length);
    System.arraycopy(more, 0, all, at, more.length);
    System.arraycopy(picture, at, all, at + more.length, picture.length - at);
    return all;
  }

  @Test
  void exifAndCommentsOfJpegAreGoneAndPixelsStay() throws Exception {
    byte[] plain = new JpegEncoder().encode(drawn(), .9);
    byte[] told = inserted(PictureText.with(plain, SECRET), 2, exif(1));
    byte[] trailing = Arrays.copyOf(told, told.length + SECRET.length());
    System.arraycopy(SECRET.getBytes(StandardCharsets.US_ASCII), 0, trailing, told.length, SECRET.length());

    byte[] stripped = PictureMetadata.stripped(trailing);

    assertThat(text(trailing)).contains(SECRET);
    assertThat(text(stripped)).doesNotContain(SECRET).doesNotContain("Exif");
    assertThat(new ImageDecoder().decode(stripped).rgb())
        .isEqualTo(new ImageDecoder().decode(plain).rgb());
    assertThat(PictureMetadata.stripped(stripped)).isEqualTo(stripped);
  }

  @Test
  void aTurnedJpegStaysTurned() throws Exception {
    byte[] turned = inserted(new JpegEncoder().encode(drawn(), .9), 2, exif(6));

    byte[] stripped = PictureMetadata.stripped(turned);

    assertThat(text(stripped)).doesNotContain(SECRET);
    RgbImage seen = new ImageDecoder().decode(stripped);
    assertThat(seen.width()).isEqualTo(16);
    assertThat(seen.rgb()).isEqualTo(new ImageDecoder().decode(turned).rgb());
  }

  @Test
  void textOfPngIsGoneAndPixelsStay() throws Exception {
    byte[] plain = new PngEncoder().encode(drawn());
    byte[] stripped = PictureMetadata.stripped(PictureText.with(plain, SECRET));

    assertThat(text(stripped)).doesNotContain(SECRET);
    assertThat(new ImageDecoder().decode(stripped).rgb()).isEqualTo(drawn().rgb());
  }

  @Test
  void whatIsCutOffComesBackAsItIs() {
    byte[] half = Arrays.copyOf(new JpegEncoder().encode(drawn(), .9), 60);

    assertThat(PictureMetadata.stripped(half)).isEqualTo(half);
    assertThat(PictureMetadata.stripped(new byte[] {1, 2, 3})).containsExactly(1, 2, 3);
  }
}
