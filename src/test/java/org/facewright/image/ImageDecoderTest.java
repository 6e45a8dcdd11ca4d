package org.facewright.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.facewright.image.ImageException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures were written by Pillow: 40 x 24, red 6x, green 10y, blue 128; grey ones 6x. */
class ImageDecoderTest {
  private static final int WIDTH = 40;
  private static final int HEIGHT = 24;
  private final ImageDecoder decoder = new ImageDecoder();

  static byte[] file(String name) {
    try (InputStream in = ImageDecoderTest.class.getResourceAsStream("/image/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertColours(RgbImage image, int tolerance) {
    assertThat(image.width()).isEqualTo(WIDTH);
    assertThat(image.height()).isEqualTo(HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        assertThat(image.at(x, y, 0))
            .as("red at %d,%d", x, y)
            .isBetween(x * 6 - tolerance, x * 6 + tolerance);
        assertThat(image.at(x, y, 1))
            .as("green at %d,%d", x, y)
            .isBetween(y * 10 - tolerance, y * 10 + tolerance);
        assertThat(image.at(x, y, 2))
            .as("blue at %d,%d", x, y)
            .isBetween(128 - tolerance, 128 + tolerance);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rgb.jpg, 4",
    "halved-colour.jpg, 14",
    "progressive.jpg, 4",
    "profile.jpg, 4",
    "rgb.png, 0",
    "rgb16.png, 0",
    "palette.png, 40",
    "lossy.webp, 12",
    "lossless.webp, 0",
    "animated.webp, 0",
    "rgb.bmp, 0",
    "palette.bmp, 40",
    "still.gif, 40",
    "animated.gif, 40",
    "turned6.webp, 0",
    "turned6.png, 0"
  })
  void readsColour(String name, int tolerance) throws Exception {
    assertColours(decoder.decode(file(name)), tolerance);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void standsUprightWhateverTheCameraNoted(int orientation) throws Exception {
    assertColours(decoder.decode(file("turned" + orientation + ".jpg")), 5);
  }

  @ParameterizedTest
  @CsvSource({"grey.jpg, 2", "grey.png, 0", "grey16.png, 0", "grey.bmp, 0"})
  void keepsGreyAsItIsStored(String name, int tolerance) throws Exception {
    RgbImage image = decoder.decode(file(name));
    for (int x = 0; x < WIDTH; x++) {
      for (int c = 0; c < 3; c++) {
        assertThat(image.at(x, 7, c)).isBetween(x * 6 - tolerance, x * 6 + tolerance);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cmyk.jpg", "ycck.jpg"})
  void convertsInks(String name) throws Exception {
    RgbImage image = decoder.decode(file(name));
    assertThat(image.at(0, 0, 0)).isLessThan(60);
    assertThat(image.at(39, 0, 0)).isGreaterThan(200);
    assertThat(image.at(0, 23, 1)).isGreaterThan(180);
    assertThat(image.at(39, 0, 1)).isLessThan(80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"alpha.png", "alpha.webp"})
  void laysAlphaOverWhite(String name) throws Exception {
    RgbImage image = decoder.decode(file(name));
    assertThat(image.at(10, 5, 0)).isEqualTo(60);
    assertThat(image.at(30, 5, 0)).isBetween(239, 241); // 180 * .2 + 255 * .8
    assertThat(image.at(30, 5, 1)).isBetween(213, 215);
  }

  @Test
  void laysGreyWithAlphaOverWhite() throws Exception {
    RgbImage image = decoder.decode(file("grey-alpha.png"));
    assertThat(image.at(10, 5, 0)).isEqualTo(60);
    assertThat(image.at(30, 5, 0)).isBetween(239, 241);
  }

  @Test
  void readsOneBit() throws Exception {
    RgbImage image = decoder.decode(file("one-bit.png"));
    assertThat(image.at(5, 5, 1)).isZero();
    assertThat(image.at(35, 5, 1)).isEqualTo(255);
  }

  @Test
  void decodesSmallWithoutLosingTheColours() throws Exception {
    byte[] large =
        new JpegEncoder().encode(Resize.bilinear(decoder.decode(file("rgb.png")), 1600, 960), .9);
    RgbImage small = decoder.decodeSmall(large, 24);
    assertColours(small, 8);
    assertThat(decoder.decodeSmall(file("rgb.png"), 100).width()).isEqualTo(WIDTH);
    assertThat(decoder.decodeSmall(file("turned6.jpg"), 12).width()).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rgb.jpg",
        "progressive.jpg",
        "grey.jpg",
        "cmyk.jpg",
        "rgb.png",
        "grey16.png",
        "palette.png",
        "lossy.webp",
        "lossless.webp",
        "rgb.bmp",
        "palette.bmp",
        "still.gif"
      })
  void refusesEveryFileThatBreaksOff(String name) {
    byte[] whole = file(name);
    // The very last bytes are end marks: without them a picture is still whole.
    IntStream.range(0, whole.length - 12)
        .filter(length -> length % 7 == 0)
        .forEach(
            length ->
                assertThatThrownBy(() -> decoder.decode(Arrays.copyOf(whole, length)))
                    .as("%s cut to %d of %d bytes", name, length, whole.length)
                    .isInstanceOf(ImageException.class));
  }

  @Test
  void readsAJpegThatLacksOnlyItsEndMarker() throws Exception {
    byte[] whole = file("rgb.jpg");
    assertColours(decoder.decode(Arrays.copyOf(whole, whole.length - 2)), 4);
  }

  @Test
  void saysThatAJpegBreaksOff() {
    byte[] whole = file("rgb.jpg");
    assertThatThrownBy(() -> decoder.decode(Arrays.copyOf(whole, whole.length * 4 / 5)))
        .isInstanceOfSatisfying(
            ImageException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TRUNCATED));
  }

  @ParameterizedTest
  @CsvSource({"C4, Huffman table", "DB, Quantization table"})
  void aJpegWithoutItsTablesBorrowsNoneOfTheFileBefore(String marker, String table)
      throws Exception {
    byte[] whole = file("restarts.jpg");
    byte[] without = without(Integer.parseInt(marker, 16), whole);
    decoder.decode(whole);
    assertThatThrownBy(() -> decoder.decode(without))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining(table);
    assertThatThrownBy(() -> new PlanarDecoder().decode(without))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining(table);
  }

  /** A JPEG less the segments of a kind. */
  private static byte[] without(int kind, byte[] jpeg) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    int at = 2;
    int marker;
    do {
      marker = jpeg[at + 1] & 0xFF;
      int length = 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
      if (marker != kind) {
        out.write(jpeg, at, length);
      }
      at += length;
    } while (marker != 0xDA);
    out.write(jpeg, at, jpeg.length - at);
    return out.toByteArray();
  }

  @Test
  void refusesAGifOf35BytesThatSaysItIsHuge() {
    byte[] gif = {
      'G', 'I', 'F', '8', '9', 'a', -1, -1, -1, 0x7f, 0, 0, 0, 0x2c, 0, 0, 0, 0, -1, -1, -1, 0x7f,
      0, 2, 8, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0x3b
    };
    assertThat(gif).hasSize(35);
    assertReason(gif, Reason.TOO_MANY_PIXELS);
  }

  @Test
  void refusesAPngOf35BytesThatSaysItIsHuge() {
    byte[] png = Arrays.copyOf(file("rgb.png"), 35);
    byte[] sides = {0, 0, -1, -1, 0, 0, 0x7f, -1};
    System.arraycopy(sides, 0, png, 16, 8);
    assertReason(png, Reason.TOO_MANY_PIXELS);
  }

  @Test
  void refusesAJpegThatSaysItIsHuge() {
    byte[] jpeg = file("rgb.jpg");
    int frame = indexOf(jpeg, (byte) 0xff, (byte) 0xc0);
    byte[] sides = {-1, -1, -1, -1};
    System.arraycopy(sides, 0, jpeg, frame + 5, 4);
    assertReason(jpeg, Reason.TOO_MANY_PIXELS);
  }

  private static int indexOf(byte[] bytes, byte first, byte second) {
    return IntStream.range(0, bytes.length - 1)
        .filter(i -> bytes[i] == first && bytes[i + 1] == second)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void refusesWhatIsNoPicture() {
    assertReason(new byte[0], Reason.EMPTY);
    assertReason("just a text".getBytes(StandardCharsets.UTF_8), Reason.UNKNOWN_FORMAT);
    byte[] damaged = file("rgb.png");
    damaged[damaged.length / 2] ^= 0x55;
    assertReason(damaged, Reason.CORRUPT);
  }

  @Test
  void refusesMoreBytesThanTheLimit(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("a.png"), file("rgb.png"));
    ImageDecoder strict = new ImageDecoder(new ImageLimits(1000, 50));
    assertThatThrownBy(() -> strict.decode(file))
        .isInstanceOfSatisfying(
            ImageException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_MANY_BYTES));
  }

  @Test
  void saysWhenAPictureMoves() throws Exception {
    assertThat(decoder.header(file("animated.gif")).animated()).isTrue();
    assertThat(decoder.header(file("animated.webp")).animated()).isTrue();
    assertThat(decoder.header(file("still.gif")).animated()).isFalse();
  }

  @Test
  void decodesOnManyThreadsAtOnce() {
    byte[] bytes = file("rgb.jpg");
    IntStream.range(0, 200)
        .parallel()
        .forEach(
            i -> {
              try {
                assertColours(decoder.decode(bytes), 4);
              } catch (ImageException e) {
                throw new AssertionError(e);
              }
            });
  }

  private void assertReason(byte[] bytes, Reason reason) {
    assertThatThrownBy(() -> decoder.decode(bytes))
        .isInstanceOfSatisfying(
            ImageException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
