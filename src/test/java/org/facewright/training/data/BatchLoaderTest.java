package org.facewright.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.facewright.image.PlanarImage;
import org.facewright.image.RgbImage;
import org.facewright.training.sampler.SampleTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchLoaderTest {
  private static final SampleTable TABLE = SampleTable.plain(2, new int[] {0, 1});

  /** Red counts columns, green rows, blue is the picture's number. */
  private static PlanarImage picture(int number) {
    byte[] rgb = new byte[3 * 8 * 6];
    for (int i = 0; i < 48; i++) {
      rgb[3 * i] = (byte) (i % 8);
      rgb[3 * i + 1] = (byte) (i / 8);
      rgb[3 * i + 2] = (byte) number;
    }
    return PlanarImage.of(new RgbImage(8, 6, rgb));
  }

  private static byte[] load(Augmentation augmentation, long seed, long step) throws IOException {
    return new BatchLoader(BatchLoaderTest::picture, TABLE, augmentation, 8, 6, seed)
        .load(new int[] {1, 0}, step)
        .pixels()
        .values();
  }

  @Test
  void pixelsBecomePlanes() throws IOException {
    byte[] pixels = load(Augmentation.none(), 1, 0);
    assertThat(Arrays.copyOf(pixels, 9)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 0);
    assertThat(pixels[48 + 8]).isEqualTo((byte) 1);
    assertThat(pixels[96]).isEqualTo((byte) 1);
    assertThat(pixels[144 + 96]).isEqualTo((byte) 0);
  }

  @Test
  void aMirrorPictureRunsBackwards() throws IOException {
    byte[] pixels = load(new Augmentation(1, 0), 1, 0);
    assertThat(Arrays.copyOf(pixels, 8)).containsExactly(7, 6, 5, 4, 3, 2, 1, 0);
    assertThat(pixels[48 + 8]).isEqualTo((byte) 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 19, 32})
  void rowsOfAnyLengthAreMirrored(int width) throws IOException {
    byte[] planes = new byte[3 * 2 * width];
    new SplittableRandom(width).nextBytes(planes);
    PlanarImage picture = new PlanarImage(width, 2, planes);
    Augmentation mirror = new Augmentation(1, 0);
    byte[] mirrored =
        new BatchLoader(number -> picture, TABLE, mirror, width, 2, 1)
            .load(new int[] {0}, 0)
            .pixels()
            .values();
    for (int i = 0; i < planes.length; i++) {
      assertThat(mirrored[i / width * width + width - 1 - i % width]).isEqualTo(planes[i]);
    }
  }

  @Test
  void erasingBlotsTheSameRectangleInAllPlanes() throws IOException {
    byte[] pixels = load(new Augmentation(0, 1), 1, 0);
    int grey = 0;
    for (int i = 0; i < 48; i++) {
      boolean erased = pixels[i] == (byte) 128;
      grey += erased ? 1 : 0;
      assertThat(pixels[48 + i] == (byte) 128).isEqualTo(erased);
      assertThat(pixels[96 + i] == (byte) 128).isEqualTo(erased);
    }
    assertThat(grey).isBetween(1, 20);
  }

  @Test
  void seedAndStepDecideTheChanges() throws IOException {
    Augmentation some = new Augmentation(0.5, 0.9);
    assertThat(load(some, 1, 4)).isEqualTo(load(some, 1, 4));
    assertThat(load(some, 1, 4)).isNotEqualTo(load(some, 1, 5));
    assertThat(load(some, 1, 4)).isNotEqualTo(load(some, 2, 4));
  }

  @Test
  void aPictureOfAnotherSizeIsRefused() {
    BatchLoader loader =
        new BatchLoader(BatchLoaderTest::picture, TABLE, Augmentation.none(), 112, 112, 1);
    assertThatThrownBy(() -> loader.load(new int[] {0}, 0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("8 x 6 instead of 112 x 112");
  }
}
