package org.facewright.training.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import org.facewright.image.FaceAugmentation;
import org.facewright.image.PlanarImage;

/**
 * Random changes while training, each by its own chance from 0 to 1.
 *
 * @param flip chance of a mirror picture
 * @param erase chance of blotting out a rectangle with middle grey (Zhong et al. 2020): 2 to 33 %
 *     of the area, sides at most 3.3 to 1
 * @param colour as of {@link FaceAugmentation}, like all that follow
 */
public record Augmentation(
    double flip,
    double erase,
    double colour,
    double grey,
    double affine,
    double turn,
    double blur,
    double half) {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final int TRIES = 10;
  private static final byte GREY = (byte) 128;

  public Augmentation {
    for (double chance : new double[] {flip, erase, colour, grey, affine, turn, blur, half}) {
      if (!(chance >= 0 && chance <= 1)) {
        throw new IllegalArgumentException(
            "The chance of a change lies between 0 and 1, unlike " + chance + ".");
      }
    }
  }

  /** Mirroring and erasing only. */
  public Augmentation(double flip, double erase) {
    this(flip, erase, 0, 0, 0, 0, 0, 0);
  }

  public static Augmentation none() {
    return new Augmentation(0, 0);
  }

  /** The published recipe. */
  public static Augmentation published() {
    return new Augmentation(0.5, 0.5);
  }

  /** All changes but mirroring and erasing. */
  PlanarImage apply(PlanarImage picture, SplittableRandom random) {
    if (colour + grey + affine + turn + blur + half == 0) {
      return picture;
    }
    FaceAugmentation changes = new FaceAugmentation(0, colour, grey, affine, turn, blur, half);
    return PlanarImage.of(changes.apply(picture.interleaved(), random));
  }

  /** Copies a picture, mirrored and erased by chance. */
  void copy(PlanarImage picture, byte[] planes, int offset, SplittableRandom random) {
    int width = picture.width();
    if (random.nextDouble() < flip) {
      for (int row = 0; row < 3 * picture.height(); row++) {
        mirror(picture.planes(), row * width, planes, offset + row * width, width);
      }
    } else {
      System.arraycopy(picture.planes(), 0, planes, offset, picture.planes().length);
    }
    if (random.nextDouble() < erase) {
      blot(planes, offset, width, picture.height(), random);
    }
  }

  /** Eight pixels at a time. */
  private static void mirror(byte[] row, int from, byte[] mirrored, int to, int width) {
    int x = 0;
    for (; x <= width - Long.BYTES; x += Long.BYTES) {
      long pixels = (long) LONGS.get(row, from + x);
      LONGS.set(mirrored, to + width - Long.BYTES - x, Long.reverseBytes(pixels));
    }
    for (; x < width; x++) {
      mirrored[to + width - 1 - x] = row[from + x];
    }
  }

  private static void blot(
      byte[] planes, int offset, int width, int height, SplittableRandom random) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      double area = width * height * random.nextDouble(0.02, 0.33);
      double shape = Math.exp(random.nextDouble(Math.log(0.3), Math.log(3.3)));
      int high = (int) Math.round(Math.sqrt(area * shape));
      int wide = (int) Math.round(Math.sqrt(area / shape));
      if (high < height && wide < width) {
        int top = random.nextInt(height - high + 1);
        int left = random.nextInt(width - wide + 1);
        for (int row = 0; row < 3 * high; row++) {
          int start = offset + (row / high * height + top + row % high) * width + left;
          java.util.Arrays.fill(planes, start, start + wide, GREY);
        }
        return;
      }
    }
  }
}
