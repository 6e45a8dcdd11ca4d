package org.facewright.generation.render;

/**
 * Everything about one picture that is not the person. Immutable; edit with the withers, or any
 * single number by name with {@link Parameters#with}.
 *
 * @param seed places what is scattered: noise, background, stray details
 */
public record Shot(
    long seed,
    Expression expression,
    Pose pose,
    Camera camera,
    Lighting lighting,
    Backdrop backdrop,
    Clothes clothes,
    Occluder occluder) {

  public Shot withExpression(Expression value) {
    return new Shot(seed, value, pose, camera, lighting, backdrop, clothes, occluder);
  }

  public Shot withPose(Pose value) {
    return new Shot(seed, expression, value, camera, lighting, backdrop, clothes, occluder);
  }

  public Shot withCamera(Camera value) {
    return new Shot(seed, expression, pose, value, lighting, backdrop, clothes, occluder);
  }

  public Shot withLighting(Lighting value) {
    return new Shot(seed, expression, pose, camera, value, backdrop, clothes, occluder);
  }

  public Shot withBackdrop(Backdrop value) {
    return new Shot(seed, expression, pose, camera, lighting, value, clothes, occluder);
  }

  public Shot withOccluder(Occluder value) {
    return new Shot(seed, expression, pose, camera, lighting, backdrop, clothes, value);
  }

  /** A frontal, neutral, evenly lit picture before a grey wall. */
  public static Shot plain() {
    return new Shot(
        0,
        Expression.neutral(),
        new Pose(0, 0, 0),
        new Camera(70, 0.5f, 0, 0, 0, 0, 1, 0, 95),
        new Lighting(-30, 25, 1, 0, 0.5f, 0.45f, 0.3f, 120, 0, 0),
        new Backdrop(BackdropKind.STUDIO, 0.6f, 0.1f, 0.5f),
        new Clothes(0.6f, 0.3f, 0.3f),
        Occluder.none());
  }

  /**
   * @param smile -1 frown to 1 broad smile
   * @param open mouth 0 closed to 1 wide open
   * @param pucker lips pushed forward
   * @param press lips pressed together
   * @param brows -1 lowered to 1 raised
   * @param squint of both eyes; below 0 wide open
   * @param blink 0 open to 1 closed
   * @param sneer wrinkled nose
   * @param puff cheeks
   * @param mouthSide -1 to 1
   * @param lopsided share of the smile and brows on one side only
   * @param gazeX -1 to 1, the subject's left positive
   * @param gazeY -1 down to 1 up
   */
  public record Expression(
      @Range(min = -1, max = 1) float smile,
      @Range(min = 0, max = 1) float open,
      @Range(min = 0, max = 1) float pucker,
      @Range(min = 0, max = 1) float press,
      @Range(min = -1, max = 1) float brows,
      @Range(min = -1, max = 1) float squint,
      @Range(min = 0, max = 1) float blink,
      @Range(min = 0, max = 1) float sneer,
      @Range(min = 0, max = 1) float puff,
      @Range(min = -1, max = 1) float mouthSide,
      @Range(min = -1, max = 1) float lopsided,
      @Range(min = -1, max = 1) float gazeX,
      @Range(min = -1, max = 1) float gazeY) {
    public static Expression neutral() {
      return new Expression(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
  }

  /**
   * Angles in degrees.
   *
   * @param yaw positive turns the face to the right of the picture (the subject's left)
   * @param pitch positive looks up
   * @param roll positive tips the head clockwise in the picture; alignment takes it out again
   */
  public record Pose(
      @Range(min = -90, max = 90) float yaw,
      @Range(min = -45, max = 45) float pitch,
      @Range(min = -45, max = 45) float roll) {}

  /**
   * @param focal 35 mm equivalent in mm; short lenses stand close and bulge the nose
   * @param framing share of the picture's height that the face takes, when not aligned
   * @param offsetX of the face from the middle, in picture widths, when not aligned
   * @param offsetY of the face from the middle, in picture heights, when not aligned
   * @param blur standard deviation in pixels of a 112-pixel picture
   * @param noise standard deviation of the sensor's noise, of 255
   * @param saturation 1 as seen
   * @param warmth white balance, -1 blue to 1 yellow
   * @param jpegQuality of the file, 1..100
   */
  public record Camera(
      @Range(min = 20, max = 200) float focal,
      @Range(min = 0.3, max = 0.9) float framing,
      @Range(min = -0.25, max = 0.25) float offsetX,
      @Range(min = -0.25, max = 0.25) float offsetY,
      @Range(min = 0, max = 3) float blur,
      @Range(min = 0, max = 30) float noise,
      @Range(min = 0, max = 1.5) float saturation,
      @Range(min = -1, max = 1) float warmth,
      @Range(min = 1, max = 100) int jpegQuality) {}

  /**
   * A key light with a shadow, a fill opposite, a rim from behind, and the light of the room.
   * Directions are the camera's, in degrees: azimuth 0 from the camera, 90 from the picture's
   * right; elevation 90 from above.
   *
   * @param keyIntensity 1 a normal exposure
   * @param keyWarmth -1 blue sky to 1 candle
   * @param softness 0 hard sun to 1 large window
   * @param ambient light from everywhere
   * @param fill opposite the key
   * @param rimAzimuth 90..270, behind the subject
   * @param rim its intensity
   * @param exposure in stops
   */
  public record Lighting(
      @Range(min = -180, max = 180) float keyAzimuth,
      @Range(min = -60, max = 90) float keyElevation,
      @Range(min = 0, max = 3) float keyIntensity,
      @Range(min = -1, max = 1) float keyWarmth,
      @Range(min = 0, max = 1) float softness,
      @Range(min = 0, max = 1.5) float ambient,
      @Range(min = 0, max = 1.5) float fill,
      @Range(min = 90, max = 270) float rimAzimuth,
      @Range(min = 0, max = 3) float rim,
      @Range(min = -2, max = 2) float exposure) {}

  /**
   * @param kind what is behind the head
   * @param hue 0..1 round the colour circle
   * @param saturation 0..1
   * @param lightness 0..1
   */
  public record Backdrop(
      BackdropKind kind,
      @Range(min = 0, max = 1) float hue,
      @Range(min = 0, max = 1) float saturation,
      @Range(min = 0, max = 1) float lightness) {}

  /** Colour of what is worn on the shoulders. */
  public record Clothes(
      @Range(min = 0, max = 1) float hue,
      @Range(min = 0, max = 1) float saturation,
      @Range(min = 0, max = 1) float lightness) {}

  /**
   * @param kind what hides a part of the face, if anything
   * @param x where, -1 left to 1 right of the face
   * @param y where, -1 below to 1 above
   * @param size 1 about a hand
   * @param hue of it
   * @param lightness of it
   */
  public record Occluder(
      OccluderKind kind,
      @Range(min = -1.5, max = 1.5) float x,
      @Range(min = -1.5, max = 1.5) float y,
      @Range(min = 0.3, max = 2) float size,
      @Range(min = 0, max = 1) float hue,
      @Range(min = 0, max = 1) float lightness) {
    public static Occluder none() {
      return new Occluder(OccluderKind.NONE, 0, 0, 1, 0, 0.5f);
    }
  }
}
