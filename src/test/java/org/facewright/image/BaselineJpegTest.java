package org.facewright.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Optional;
import java.util.SplittableRandom;
import org.facewright.vector.JpegKernels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside Java's own plug-in, which is the reference: the same pixels, the same complaints. */
class BaselineJpegTest {
  private final ImageDecoder reference = new ImageDecoder();
  private final PlanarDecoder fast = new PlanarDecoder();
  private final BaselineJpeg own = new BaselineJpeg();

  @BeforeEach
  void needsVectors() {
    assumeThat(JpegKernels.available())
        .as("the Vector API with eight lanes or more is not there")
        .isTrue();
  }

  /** Slow waves and as much noise as asked: at 255 most samples are cut off somewhere. */
  private static RgbImage picture(int width, int height, int noise) {
    SplittableRandom random = new SplittableRandom(width * 1000L + height + noise);
    byte[] rgb = new byte[width * height * 3];
    for (int i = 0; i < rgb.length; i++) {
      int x = i / 3 % width;
      int y = i / 3 / width;
      double wave = 128 + 90 * Math.sin(x * .11 + i % 3) * Math.cos(y * .07 - i % 3);
      rgb[i] = (byte) Math.clamp(Math.round(wave + random.nextInt(-noise, noise + 1)), 0, 255);
    }
    return new RgbImage(width, height, rgb);
  }

  private void assertSamePixels(byte[] file) throws ImageException {
    Optional<PlanarImage> decoded = own.decode(file);
    RgbImage expected = reference.decode(file);
    assertThat(decoded).isPresent();
    assertThat(decoded.get().width()).isEqualTo(expected.width());
    assertThat(decoded.get().interleaved().rgb()).isEqualTo(expected.rgb());
  }

  @ParameterizedTest
  @CsvSource({
    "16,16", "17,31", "31,17", "32,16", "40,24", "63,65", "112,112", "113,111", "250,90", "333,700"
  })
  void givesThePixelsThatThePlugInGives(int width, int height) throws Exception {
    for (int noise : new int[] {0, 20, 255}) {
      for (double quality : new double[] {.05, .5, .75, .95, 1}) {
        assertSamePixels(new JpegEncoder().encode(picture(width, height, noise), quality));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rgb.jpg", "halved-colour.jpg", "halved-across.jpg", "restarts.jpg", "grey.jpg"})
  void takesTheUsualKinds(String name) throws Exception {
    assertSamePixels(ImageDecoderTest.file(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"progressive.jpg", "profile.jpg", "cmyk.jpg", "ycck.jpg", "rgb.png"})
  void leavesOtherKindsToThePlugIns(String name) throws Exception {
    byte[] file = ImageDecoderTest.file(name);
    assertThat(own.decode(file)).isEmpty();
    assertThat(fast.decode(file).interleaved().rgb()).isEqualTo(reference.decode(file).rgb());
  }

  @Test
  void pictureAfterPictureLeavesNothingBehind() throws Exception {
    byte[] large = new JpegEncoder().encode(picture(200, 300, 255), 1);
    byte[] small = new JpegEncoder().encode(picture(40, 50, 10), .3);
    for (byte[] file : new byte[][] {large, small, ImageDecoderTest.file("grey.jpg"), large}) {
      assertSamePixels(file);
    }
  }

  @Test
  void standsUprightAndWithinLimits() throws Exception {
    byte[] turned = ImageDecoderTest.file("turned6.jpg");
    assertThat(fast.decode(turned).interleaved().rgb()).isEqualTo(reference.decode(turned).rgb());
    assertThat(outcome(fast, new byte[0])).isEqualTo(outcome(reference, new byte[0]));
  }

  @Test
  void aFileThatBreaksOffAnywhereEndsAsWithThePlugIn() throws Exception {
    byte[] file = new JpegEncoder().encode(picture(48, 40, 60), .8);
    for (int length = 0; length < file.length; length += 7) {
      byte[] cut = java.util.Arrays.copyOf(file, length);
      assertThat(outcome(new PlanarDecoder(), cut))
          .as("cut at %d", length)
          .isEqualTo(outcome(new ImageDecoder(), cut));
    }
  }

  @Test
  void aDamagedByteAnywhereEndsAsWithThePlugIn() throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    byte[] restarts = ImageDecoderTest.file("restarts.jpg");
    byte[] noisy = new JpegEncoder().encode(picture(48, 40, 60), .8);
    PlanarDecoder planar = new PlanarDecoder();
    ImageDecoder plugIn = new ImageDecoder();
    for (int i = 0; i < 1500; i++) {
      byte[] file = (i % 2 == 0 ? restarts : noisy).clone();
      int at = random.nextInt(file.length);
      file[at] = (byte) random.nextInt(256);
      assertThat(outcome(planar, file))
          .as("byte %d of file %d became %d", at, i % 2, file[at])
          .isEqualTo(outcome(plugIn, file));
    }
  }

  /** Decodes a file in one way or another. */
  private interface Way {
    RgbImage decode(byte[] file) throws ImageException;
  }

  private static String outcome(PlanarDecoder decoder, byte[] file) {
    return outcome((Way) bytes -> decoder.decode(bytes).interleaved(), file);
  }

  private static String outcome(ImageDecoder decoder, byte[] file) {
    return outcome((Way) decoder::decode, file);
  }

  /** The pixels, or why there are none. */
  private static String outcome(Way way, byte[] file) {
    try {
      RgbImage image = way.decode(file);
      return image.width() + " " + java.util.Arrays.hashCode(image.rgb());
    } catch (ImageException e) {
      return e.reason() + e.getMessage();
    }
  }
}
