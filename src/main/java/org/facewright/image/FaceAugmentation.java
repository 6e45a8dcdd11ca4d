package org.facewright.image;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random changes of a face picture, the chain by which the published recipe fills an identity up
 * again, in this order: mirror, colour jitter, grey, affine map, turn, blur, half resolution. Each
 * step has its own chance; the same random source gives the same picture. Immutable.
 *
 * @param flip chance of the mirror picture
 * @param colour chance of brightness, contrast and saturation x 0.6 to 1.4 and hue +-0.1, in random
 *     order
 * @param grey chance of a grey picture
 * @param affine chance of +-10 degrees, 5 % shift, x 0.95 to 1.05 and +-5 degrees of shear
 * @param turn chance of +-5 degrees
 * @param blur chance of a 3 x 3 blur, sigma 0.1 to 2
 * @param half chance of half the resolution and back
 */
public record FaceAugmentation(
    double flip, double colour, double grey, double affine, double turn, double blur, double half) {
  private static final double JITTER = 0.4;
  private static final double HUE = 0.1;
  private static final double DEGREES = 10;
  private static final double SHIFT = 0.05;
  private static final double SCALE = 0.05;
  private static final double SHEAR = 5;
  private static final double TURN = 5;
  private static final double LEAST_SIGMA = 0.1;
  private static final double MOST_SIGMA = 2;

  public FaceAugmentation {
    for (double chance : new double[] {flip, colour, grey, affine, turn, blur, half}) {
      if (!(chance >= 0 && chance <= 1)) {
        throw new IllegalArgumentException("A chance lies between 0 and 1, unlike " + chance + ".");
      }
    }
  }

  /** Leaves pictures as they are. */
  public static FaceAugmentation none() {
    return new FaceAugmentation(0, 0, 0, 0, 0, 0, 0);
  }

  /** The published chain. */
  public static FaceAugmentation published() {
    return new FaceAugmentation(0.5, 0.8, 0.2, 0.5, 0.5, 1, 1);
  }

  /** A changed picture of the same size; the given one stays as it is. */
  public RgbImage apply(RgbImage image, SplittableRandom random) {
    RgbImage changed = step(image, flip, random, (picture, _) -> mirrored(picture));
    changed = step(changed, colour, random, FaceAugmentation::jittered);
    changed = step(changed, grey, random, (picture, _) -> ColourJitter.greyscale(picture));
    changed = step(changed, affine, random, FaceAugmentation::warped);
    changed = step(changed, turn, random, FaceAugmentation::turned);
    changed = step(changed, blur, random, FaceAugmentation::blurred);
    return step(changed, half, random, (picture, _) -> halved(picture));
  }

  /** A step of the chain. */
  public enum Step {
    FLIP,
    COLOUR,
    GREY,
    AFFINE,
    TURN,
    BLUR,
    HALF
  }

  /** Which steps {@link #apply} takes with a random source in this state, which is used up. */
  public List<Step> drawn(SplittableRandom random) {
    double[] chances = {flip, colour, grey, affine, turn, blur, half};
    List<Step> taken = new ArrayList<>();
    for (Step step : Step.values()) {
      if (random.split().nextDouble() < chances[step.ordinal()]) {
        taken.add(step);
      }
    }
    return taken;
  }

  private interface Change {
    RgbImage of(RgbImage picture, SplittableRandom random);
  }

  /** Each step has a random source of its own: switching one off changes no other. */
  private static RgbImage step(
      RgbImage picture, double chance, SplittableRandom random, Change change) {
    SplittableRandom own = random.split();
    return own.nextDouble() < chance ? change.of(picture, own) : picture;
  }

  private static RgbImage turned(RgbImage picture, SplittableRandom random) {
    return Warp.affine(picture, about(picture, within(TURN, random), 0, 1, 0, 0));
  }

  private static RgbImage blurred(RgbImage picture, SplittableRandom random) {
    return GaussianBlur.three(picture, random.nextDouble(LEAST_SIGMA, MOST_SIGMA));
  }

  private static double within(double most, SplittableRandom random) {
    return random.nextDouble(-most, most);
  }

  /** Left and right changed over. */
  public static RgbImage mirrored(RgbImage image) {
    byte[] from = image.rgb();
    byte[] to = new byte[from.length];
    int width = image.width();
    for (int pixel = 0; pixel < from.length / 3; pixel++) {
      int x = pixel % width;
      System.arraycopy(from, (pixel - x + width - 1 - x) * 3, to, pixel * 3, 3);
    }
    return new RgbImage(width, image.height(), to);
  }

  private static RgbImage jittered(RgbImage image, SplittableRandom random) {
    int[] order = {0, 1, 2, 3};
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int held = order[i];
      order[i] = order[other];
      order[other] = held;
    }
    RgbImage changed = image;
    for (int step : order) {
      double factor = 1 + within(JITTER, random);
      changed =
          switch (step) {
            case 0 -> ColourJitter.brightness(changed, factor);
            case 1 -> ColourJitter.contrast(changed, factor);
            case 2 -> ColourJitter.saturation(changed, factor);
            default -> ColourJitter.hue(changed, (factor - 1) * HUE / JITTER);
          };
    }
    return changed;
  }

  private static RgbImage warped(RgbImage image, SplittableRandom random) {
    double degrees = within(DEGREES, random);
    double across = Math.rint(within(SHIFT * image.width(), random));
    double down = Math.rint(within(SHIFT * image.height(), random));
    double scale = 1 + within(SCALE, random);
    return Warp.affine(image, about(image, degrees, within(SHEAR, random), scale, across, down));
  }

  private static Affine about(
      RgbImage image, double degrees, double shear, double scale, double across, double down) {
    return Affine.about(
        (image.width() - 1) / 2.0, (image.height() - 1) / 2.0, degrees, shear, scale, across, down);
  }

  private static RgbImage halved(RgbImage image) {
    RgbImage small =
        Resize.bilinear(image, Math.max(1, image.width() / 2), Math.max(1, image.height() / 2));
    return Resize.bilinear(small, image.width(), image.height());
  }
}
