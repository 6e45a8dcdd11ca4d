package org.facewright.generation.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.facewright.image.RgbImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FaceRendererTest {
  private static final float[] TEMPLATE = {
    38.2946f, 51.6963f, 73.5318f, 51.5014f, 56.0252f, 71.7366f, 41.5493f, 92.3655f, 70.7299f,
    92.2041f
  };

  private static FaceRenderer renderer;

  @BeforeAll
  static void open() throws FaceKitException {
    renderer = new FaceRenderer(Kits.real());
  }

  private static Identity plain() {
    return new IdentitySampler(1)
        .sample(1)
        .withShape(Identity.Shape.mean())
        .withGlasses(Identity.Glasses.none());
  }

  @Test
  void aPreviewSpreadOverCoresEqualsOneThread() {
    Identity identity = new IdentitySampler(3).sample(4);
    Shot shot = new ShotSampler(3).sample(identity, 4, 0).shot();
    RgbImage spread = renderer.preview(identity, shot, 128);
    RgbImage alone = renderer.render(identity, shot, Framing.whole(128));
    assertThat(spread.rgb()).isEqualTo(alone.rgb());
  }

  @Test
  void whatAPreviewKeepsFromTheLastOneDoesNotShow() {
    Shot shot = Shot.plain();
    Identity identity = plain();
    renderer.preview(identity, shot, 96);
    for (String slider : new String[] {"skin.melanin", "hair.volume", "shape.noseWidth"}) {
      Identity moved = Parameters.with(identity, slider, 0.77);
      byte[] kept = renderer.preview(moved, shot, 96).rgb();
      assertThat(kept).isEqualTo(renderer.render(moved, shot, Framing.whole(96)).rgb());
    }
  }

  @Test
  void theNeutralFaceIsSymmetricFromTheFront() {
    float[] p = renderer.landmarks(plain(), Shot.plain(), Framing.whole(250));
    int[][] mirrored = {{0, 16}, {17, 26}, {36, 45}, {39, 42}, {31, 35}, {48, 54}};
    for (int[] pair : mirrored) {
      assertThat(p[pair[0] * 2] + p[pair[1] * 2]).isCloseTo(250, within(0.5f));
      assertThat(p[pair[0] * 2 + 1]).isCloseTo(p[pair[1] * 2 + 1], within(0.3f));
    }
    assertThat(p[60]).as("nose tip").isCloseTo(125, within(0.3f));
  }

  @Test
  void positiveYawTurnsToTheRightAndPositivePitchUp() {
    Shot shot = Shot.plain();
    Framing whole = Framing.whole(250);
    float[] front = renderer.landmarks(plain(), shot, whole);
    float[] turned = renderer.landmarks(plain(), shot.withPose(new Shot.Pose(30, 0, 0)), whole);
    float[] raised = renderer.landmarks(plain(), shot.withPose(new Shot.Pose(0, 15, 0)), whole);
    float[] rolled = renderer.landmarks(plain(), shot.withPose(new Shot.Pose(0, 0, 20)), whole);
    assertThat(turned[60]).as("nose tip, x").isGreaterThan(front[60] + 20);
    assertThat(raised[61]).as("nose tip, y").isLessThan(front[61] - 10);
    assertThat(rolled[45 * 2 + 1]).as("left eye, lower").isGreaterThan(front[45 * 2 + 1] + 5);
  }

  @Test
  void landmarksOfSampledShotsLieInThePicture() {
    for (int i = 0; i < 12; i++) {
      Identity identity = new IdentitySampler(9).sample(i);
      Shot shot = new ShotSampler(9).sample(identity, i, 0).shot();
      for (float value : renderer.landmarks(identity, shot, Framing.whole(250))) {
        assertThat(value).isBetween(0f, 250f);
      }
    }
  }

  @Test
  void alignedPicturesLayTheFivePointsOnTheTemplate() {
    float[] p = renderer.landmarks(plain(), Shot.plain(), Framing.aligned(112));
    float[] five = {
      mean(p, 0, 37, 38, 40, 41),
      mean(p, 1, 37, 38, 40, 41),
      mean(p, 0, 43, 44, 46, 47),
      mean(p, 1, 43, 44, 46, 47),
      p[60],
      p[61],
      mean(p, 0, 48, 60),
      mean(p, 1, 48, 60),
      mean(p, 0, 54, 64),
      mean(p, 1, 54, 64)
    };
    // A similarity has four numbers, five points have ten: a least-squares fit leaves a residual.
    for (int i = 0; i < 10; i++) {
      assertThat(five[i]).isCloseTo(TEMPLATE[i], within(3.5f));
    }
    float[] rolled =
        renderer.landmarks(
            plain(), Shot.plain().withPose(new Shot.Pose(0, 0, 25)), Framing.aligned(112));
    assertThat(rolled[60]).as("roll is taken out").isCloseTo(p[60], within(0.5f));
  }

  private static float mean(float[] p, int k, int... landmarks) {
    float sum = 0;
    for (int landmark : landmarks) {
      sum += p[landmark * 2 + k];
    }
    return sum / landmarks.length;
  }

  @Test
  void lightComesFromWhereItStands() {
    Shot.Lighting left = new Shot.Lighting(-80, 10, 1.2f, 0, 0.2f, 0.1f, 0, 180, 0, 0);
    Shot.Lighting right = new Shot.Lighting(80, 10, 1.2f, 0, 0.2f, 0.1f, 0, 180, 0, 0);
    Identity bald = plain().withHair(plain().hair().withStyle(HairStyle.BALD));
    RgbImage fromLeft =
        renderer.render(bald, Shot.plain().withLighting(left), Framing.aligned(112));
    RgbImage fromRight =
        renderer.render(bald, Shot.plain().withLighting(right), Framing.aligned(112));
    assertThat(brightness(fromLeft, 30)).isGreaterThan(brightness(fromLeft, 82) + 30);
    assertThat(brightness(fromRight, 82)).isGreaterThan(brightness(fromRight, 30) + 30);
  }

  private static double brightness(RgbImage image, int column) {
    double sum = 0;
    for (int y = 60; y < 85; y++) {
      sum += image.at(column, y, 1) / 25.0;
    }
    return sum;
  }

  @Test
  void melaninDarkensTheSkin() {
    Shot shot = Shot.plain();
    Identity light = Parameters.with(plain(), "skin.melanin", 0.05);
    Identity dark = Parameters.with(plain(), "skin.melanin", 0.95);
    double bright = brightness(renderer.render(light, shot, Framing.aligned(112)), 40);
    double dim = brightness(renderer.render(dark, shot, Framing.aligned(112)), 40);
    assertThat(bright).isGreaterThan(dim + 40);
  }
}
