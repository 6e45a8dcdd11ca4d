package org.facewright.generation.render;

/** What pictures are taken for: how much of a shot may vary. */
public enum Occasion {
  /** As {@link ShotSampler} draws it: any pose, light and place. */
  EVERYDAY {
    @Override
    ShotSampler.Sitting of(ShotSampler.Sitting drawn) {
      return drawn;
    }
  },
  /**
   * As for a pass: almost frontal, calm, softly lit, in focus, before a grey wall, nothing before
   * the face, no hat and no sunglasses. What is left to see is mostly the person.
   */
  STUDIO {
    @Override
    ShotSampler.Sitting of(ShotSampler.Sitting drawn) {
      Shot shot = drawn.shot();
      Shot calm =
          new Shot(
              shot.seed(),
              calm(shot.expression()),
              calm(shot.pose()),
              calm(shot.camera()),
              calm(shot.lighting()),
              new Shot.Backdrop(BackdropKind.STUDIO, 0.6f, 0.06f, 0.55f),
              shot.clothes(),
              Shot.Occluder.none());
      return new ShotSampler.Sitting(bare(drawn.identity()), calm);
    }
  };

  private static final float MOST_YAW = 14;
  private static final float CALM = 0.35f;

  abstract ShotSampler.Sitting of(ShotSampler.Sitting drawn);

  private static Identity bare(Identity dressed) {
    boolean scarf = dressed.headwear().kind() == HeadwearKind.HEADSCARF;
    boolean shaded = dressed.glasses().kind() == GlassesKind.SUNGLASSES;
    return dressed
        .withHeadwear(scarf ? dressed.headwear() : Identity.Headwear.none())
        .withGlasses(shaded ? Identity.Glasses.none() : dressed.glasses());
  }

  private static Shot.Expression calm(Shot.Expression e) {
    return new Shot.Expression(
        CALM * e.smile(),
        0,
        0,
        0,
        CALM * e.brows(),
        0,
        0,
        0,
        0,
        0,
        0,
        CALM * e.gazeX(),
        CALM * e.gazeY());
  }

  private static Shot.Pose calm(Shot.Pose pose) {
    float yaw = Math.clamp(CALM * pose.yaw(), -MOST_YAW, MOST_YAW);
    return new Shot.Pose(yaw, CALM * pose.pitch(), CALM * pose.roll());
  }

  private static Shot.Camera calm(Shot.Camera c) {
    return new Shot.Camera(
        70, c.framing(), 0, 0, 0, 0.3f, 1, CALM * c.warmth(), Math.max(c.jpegQuality(), 92));
  }

  private static Shot.Lighting calm(Shot.Lighting light) {
    return new Shot.Lighting(
        CALM * light.keyAzimuth(),
        light.keyElevation() * CALM + 20,
        1,
        CALM * light.keyWarmth(),
        0.8f,
        0.5f,
        0.35f,
        light.rimAzimuth(),
        0,
        CALM * light.exposure());
  }
}
