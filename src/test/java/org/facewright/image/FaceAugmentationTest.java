package org.facewright.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FaceAugmentationTest {
  private static final int SIDE = 24;

  private static RgbImage noise() {
    byte[] rgb = new byte[SIDE * SIDE * 3];
    new SplittableRandom(4).nextBytes(rgb);
    return new RgbImage(SIDE, SIDE, rgb);
  }

  private static RgbImage plain(int red, int green, int blue) {
    byte[] rgb = new byte[SIDE * SIDE * 3];
    for (int i = 0; i < rgb.length; i += 3) {
      rgb[i] = (byte) red;
      rgb[i + 1] = (byte) green;
      rgb[i + 2] = (byte) blue;
    }
    return new RgbImage(SIDE, SIDE, rgb);
  }

  private static FaceAugmentation only(int step) {
    double[] c = new double[7];
    c[step] = 1;
    return new FaceAugmentation(c[0], c[1], c[2], c[3], c[4], c[5], c[6]);
  }

  private static byte[] changed(FaceAugmentation chain, long seed) {
    return chain.apply(noise(), new SplittableRandom(seed)).rgb();
  }

  @Test
  void nothingAskedForNothingChanged() {
    assertThat(changed(FaceAugmentation.none(), 1)).isEqualTo(noise().rgb());
  }

  @Test
  void theSameSeedGivesTheSamePictureAndAnotherAnother() {
    FaceAugmentation chain = FaceAugmentation.published();
    assertThat(changed(chain, 7)).isEqualTo(changed(chain, 7)).isNotEqualTo(changed(chain, 8));
    byte[] before = noise().rgb();
    RgbImage given = noise();
    chain.apply(given, new SplittableRandom(7));
    assertThat(given.rgb()).as("the given picture").isEqualTo(before);
  }

  @Test
  void everyStepChangesThePictureByItself() {
    for (int step = 0; step < 7; step++) {
      assertThat(changed(only(step), 3)).as("step " + step).isNotEqualTo(noise().rgb());
    }
  }

  @Test
  void switchingAStepOffChangesNoOther() {
    // The turn of the second chain is that of the first, although the first jitters colours too.
    RgbImage grey = plain(90, 90, 90);
    FaceAugmentation both = new FaceAugmentation(0, 0, 1, 0, 1, 0, 0);
    FaceAugmentation turn = new FaceAugmentation(0, 0, 0, 0, 1, 0, 0);
    assertThat(both.apply(grey, new SplittableRandom(5)).rgb())
        .isEqualTo(turn.apply(grey, new SplittableRandom(5)).rgb());
  }

  @Test
  void chancesAreKept() {
    FaceAugmentation often = new FaceAugmentation(0.2, 0, 0, 0, 0, 0, 0);
    long mirrored =
        IntStream.range(0, 2000)
            .filter(seed -> !Arrays.equals(changed(often, seed), noise().rgb()))
            .count();
    assertThat(mirrored).isBetween(330L, 470L);
    assertThatThrownBy(() -> new FaceAugmentation(1.2, 0, 0, 0, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void twoMirrorsAreNone() {
    RgbImage once = FaceAugmentation.mirrored(noise());
    assertThat(once.at(0, 5, 1)).isEqualTo(noise().at(SIDE - 1, 5, 1));
    assertThat(FaceAugmentation.mirrored(once).rgb()).isEqualTo(noise().rgb());
  }

  @Test
  void neutralFactorsGiveThePixelsBack() {
    byte[] pixels = noise().rgb();
    assertThat(ColourJitter.brightness(noise(), 1).rgb()).isEqualTo(pixels);
    assertThat(ColourJitter.contrast(noise(), 1).rgb()).isEqualTo(pixels);
    assertThat(ColourJitter.saturation(noise(), 1).rgb()).isEqualTo(pixels);
    assertThat(ColourJitter.hue(noise(), 0).rgb()).isEqualTo(pixels);
    assertThat(Warp.affine(noise(), Affine.about(4, 4, 0, 0, 1, 0, 0)).rgb()).isEqualTo(pixels);
  }

  @Test
  void coloursMoveAsDefined() {
    assertThat(ColourJitter.brightness(plain(200, 100, 10), 1.4).rgb())
        .startsWith((byte) 255, (byte) 140, (byte) 14);
    assertThat(ColourJitter.greyscale(plain(200, 100, 10)).rgb())
        .as("0.299 200 + 0.587 100 + 0.114 10")
        .containsOnly(120);
    assertThat(ColourJitter.contrast(plain(50, 50, 50), 0.3).rgb()).containsOnly(50);
    assertThat(ColourJitter.hue(plain(200, 0, 0), 1 / 3.0).rgb())
        .as("a third of the circle: red to green")
        .startsWith((byte) 0, (byte) 200, (byte) 0);
    RgbImage round = ColourJitter.hue(ColourJitter.hue(noise(), 0.5), 0.5);
    for (int i = 0; i < round.rgb().length; i++) {
      assertThat(round.rgb()[i] & 0xff).isCloseTo(noise().rgb()[i] & 0xff, Offset.offset(2));
    }
  }

  @Test
  void anAffineMapAndItsInverseCancel() {
    Affine map = Affine.about(10, 12, 9, -4, 1.05, 3, -2);
    Affine back = map.inverse();
    double x = map.x(5, 7);
    double y = map.y(5, 7);
    assertThat(back.x(x, y)).isCloseTo(5, Offset.offset(1e-9));
    assertThat(back.y(x, y)).isCloseTo(7, Offset.offset(1e-9));
    assertThat(map.x(10, 12)).as("the centre only shifts").isCloseTo(13, Offset.offset(1e-9));
    RgbImage shifted = Warp.affine(noise(), Affine.about(0, 0, 0, 0, 1, 2, 0));
    assertThat(shifted.at(5, 5, 0)).isEqualTo(noise().at(3, 5, 0));
    assertThat(shifted.at(1, 5, 0)).as("from outside").isZero();
  }

  @Test
  void blurKeepsTheMeanAndAFlatPictureAsItIs() {
    assertThat(GaussianBlur.three(plain(7, 130, 250), 2).rgb()).isEqualTo(plain(7, 130, 250).rgb());
    byte[] point = new byte[SIDE * SIDE * 3];
    point[(10 * SIDE + 10) * 3] = (byte) 200;
    RgbImage spread = GaussianBlur.three(new RgbImage(SIDE, SIDE, point), 1.5);
    int sum = IntStream.range(0, point.length).map(i -> spread.rgb()[i] & 0xff).sum();
    assertThat(sum).isCloseTo(200, Offset.offset(5));
    assertThat(spread.at(9, 10, 0)).isEqualTo(spread.at(11, 10, 0)).isPositive();
    assertThat(spread.at(8, 10, 0)).as("three pixels wide only").isZero();
  }

  @Test
  void halfTheResolutionLosesWhatIsFine() {
    byte[] stripes = new byte[SIDE * SIDE * 3];
    for (int i = 0; i < stripes.length; i++) {
      stripes[i] = (byte) (i / 3 % 2 * 200);
    }
    byte[] flat = only(6).apply(new RgbImage(SIDE, SIDE, stripes), new SplittableRandom(1)).rgb();
    assertThat(flat).containsOnly(100);
  }

  @Test
  void theStepsThatAreDrawnAreThoseThatAreTaken() {
    FaceAugmentation flips = new FaceAugmentation(0.5, 0, 0, 0, 0, 0, 0);
    RgbImage face = new RgbImage(2, 1, new byte[] {1, 2, 3, 4, 5, 6});
    int mirrored = 0;
    for (long seed = 0; seed < 50; seed++) {
      boolean drawn = flips.drawn(new SplittableRandom(seed)).contains(FaceAugmentation.Step.FLIP);
      boolean taken = flips.apply(face, new SplittableRandom(seed)).rgb()[0] == 4;
      assertThat(drawn).isEqualTo(taken);
      mirrored += taken ? 1 : 0;
    }
    assertThat(mirrored).isBetween(10, 40);
    assertThat(FaceAugmentation.none().drawn(new SplittableRandom(1))).isEmpty();
  }
}
