package org.facewright.generation.render;

/**
 * Everything about a person that one shot shares with the next. Immutable; edit with the withers
 * here, or any single number by name with {@link Parameters#with}.
 *
 * @param seed places what is scattered: strands, freckles, moles, blotches
 */
public record Identity(
    long seed,
    Shape shape,
    Skin skin,
    Brows brows,
    Eyes eyes,
    Lips lips,
    Beard beard,
    Hair hair,
    Headwear headwear,
    Glasses glasses) {

  public Identity withSeed(long value) {
    return new Identity(value, shape, skin, brows, eyes, lips, beard, hair, headwear, glasses);
  }

  public Identity withShape(Shape value) {
    return new Identity(seed, value, skin, brows, eyes, lips, beard, hair, headwear, glasses);
  }

  public Identity withSkin(Skin value) {
    return new Identity(seed, shape, value, brows, eyes, lips, beard, hair, headwear, glasses);
  }

  public Identity withBrows(Brows value) {
    return new Identity(seed, shape, skin, value, eyes, lips, beard, hair, headwear, glasses);
  }

  public Identity withEyes(Eyes value) {
    return new Identity(seed, shape, skin, brows, value, lips, beard, hair, headwear, glasses);
  }

  public Identity withLips(Lips value) {
    return new Identity(seed, shape, skin, brows, eyes, value, beard, hair, headwear, glasses);
  }

  public Identity withBeard(Beard value) {
    return new Identity(seed, shape, skin, brows, eyes, lips, value, hair, headwear, glasses);
  }

  public Identity withHair(Hair value) {
    return new Identity(seed, shape, skin, brows, eyes, lips, beard, value, headwear, glasses);
  }

  public Identity withHeadwear(Headwear value) {
    return new Identity(seed, shape, skin, brows, eyes, lips, beard, hair, value, glasses);
  }

  public Identity withGlasses(Glasses value) {
    return new Identity(seed, shape, skin, brows, eyes, lips, beard, hair, headwear, value);
  }

  /**
   * The form of the head. {@code modes} weigh the model's identity modes; the others sculpt one
   * feature each, in standard deviations of what is plausible, 0 the model's own.
   *
   * @param restLids lids at rest: below 0 heavy, above 0 wide
   * @param restMouth corners at rest: below 0 drooping, above 0 turned up
   * @param restBrows brows at rest: below 0 low, above 0 high
   * @param lipRoll lips rolled in (thin) when above 0
   */
  @SuppressWarnings("ArrayRecordComponent") // A hundred weights for an inner loop.
  public record Shape(
      @Range(min = -3, max = 3) float[] modes,
      @Range(min = -2.5, max = 2.5) float eyeSize,
      @Range(min = -2.5, max = 2.5) float eyeTilt,
      @Range(min = -2.5, max = 2.5) float eyeSpacing,
      @Range(min = -2.5, max = 2.5) float noseWidth,
      @Range(min = -2.5, max = 2.5) float noseLength,
      @Range(min = -2.5, max = 2.5) float noseTip,
      @Range(min = -2.5, max = 2.5) float noseBridge,
      @Range(min = -2.5, max = 2.5) float mouthWidth,
      @Range(min = -2.5, max = 2.5) float mouthHeight,
      @Range(min = -2.5, max = 2.5) float lipFullness,
      @Range(min = -2.5, max = 2.5) float jawWidth,
      @Range(min = -2.5, max = 2.5) float chinLength,
      @Range(min = -2.5, max = 2.5) float chinForward,
      @Range(min = -2.5, max = 2.5) float cheekbones,
      @Range(min = -2.5, max = 2.5) float cheekFat,
      @Range(min = -2.5, max = 2.5) float browRidge,
      @Range(min = -2.5, max = 2.5) float browHeight,
      @Range(min = -2.5, max = 2.5) float faceWidth,
      @Range(min = -2.5, max = 2.5) float faceLength,
      @Range(min = 0, max = 2.5) float asymmetry,
      @Range(min = -2.5, max = 2.5) float restLids,
      @Range(min = -2.5, max = 2.5) float restMouth,
      @Range(min = -2.5, max = 2.5) float restBrows,
      @Range(min = -2.5, max = 2.5) float lipRoll) {

    /** The model's own mean face. */
    public static Shape mean() {
      return new Shape(
          new float[FaceKit.MODES],
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0);
    }
  }

  /**
   * @param melanin 0 very light to 1 very dark
   * @param undertone -1 rosy, 1 olive
   * @param redness blood in cheeks, nose and ears
   * @param pores depth of pores and fine relief
   * @param freckles how many of them
   * @param moles how many
   * @param lines depth of age lines
   * @param blotches unevenness of the tone
   * @param darkCircles under the eyes
   * @param shine how oily
   */
  public record Skin(
      @Range(min = 0, max = 1) float melanin,
      @Range(min = -1, max = 1) float undertone,
      @Range(min = 0, max = 1) float redness,
      @Range(min = 0, max = 1) float pores,
      @Range(min = 0, max = 1) float freckles,
      @Range(min = 0, max = 12) int moles,
      @Range(min = 0, max = 1) float lines,
      @Range(min = 0, max = 1) float blotches,
      @Range(min = 0, max = 1) float darkCircles,
      @Range(min = 0, max = 1) float shine) {}

  /**
   * @param density how many hairs
   * @param thickness height of the brow, 1 average
   * @param arch 0 straight to 1 peaked
   * @param length how far it reaches outwards, 1 average
   * @param gap distance from the middle, 1 average, 0.4 nearly joined
   * @param tone 0 as light as the hair, 1 much darker
   */
  public record Brows(
      @Range(min = 0, max = 1) float density,
      @Range(min = 0.4, max = 2) float thickness,
      @Range(min = -0.3, max = 1) float arch,
      @Range(min = 0.7, max = 1.2) float length,
      @Range(min = 0.3, max = 1.5) float gap,
      @Range(min = 0, max = 1) float tone) {}

  /**
   * @param brown 0 none of it (blue, grey) to 1 nearly black
   * @param green share of green or hazel where there is little brown
   * @param irisSize 1 average
   * @param limbus how dark the iris's rim is
   * @param redness of the white
   * @param lashes length and density
   * @param liner darkness along the lid's edge, from lashes or a pencil
   * @param shadow eye shadow on the lids, 0 none
   * @param shadowHue 0..1 round the colour circle
   */
  public record Eyes(
      @Range(min = 0, max = 1) float brown,
      @Range(min = 0, max = 1) float green,
      @Range(min = 0.88, max = 1.12) float irisSize,
      @Range(min = 0, max = 1) float limbus,
      @Range(min = 0, max = 1) float redness,
      @Range(min = 0, max = 1) float lashes,
      @Range(min = 0, max = 1) float liner,
      @Range(min = 0, max = 1) float shadow,
      @Range(min = 0, max = 1) float shadowHue) {}

  /**
   * @param redness how much redder than the skin
   * @param darkness how much darker than the skin
   * @param gloss how wet
   * @param lipstick 0 none to 1 opaque
   * @param hue of the lipstick, 0 orange-red to 1 plum
   */
  public record Lips(
      @Range(min = 0, max = 1) float redness,
      @Range(min = 0, max = 1) float darkness,
      @Range(min = 0, max = 1) float gloss,
      @Range(min = 0, max = 1) float lipstick,
      @Range(min = 0, max = 1) float hue) {}

  /**
   * @param stubble shadow of shaven or short hair where a beard would grow
   * @param moustache length in cm
   * @param chin length in cm
   * @param cheeks length in cm along jaw and cheeks
   * @param grey share of grey hairs
   */
  public record Beard(
      @Range(min = 0, max = 1) float stubble,
      @Range(min = 0, max = 2.5) float moustache,
      @Range(min = 0, max = 6) float chin,
      @Range(min = 0, max = 4) float cheeks,
      @Range(min = 0, max = 1) float grey) {
    public static Beard none() {
      return new Beard(0, 0, 0, 0, 0);
    }
  }

  /**
   * @param dark 0 blond to 1 black
   * @param red how ginger
   * @param grey share of grey
   * @param length 1 the style's own
   * @param volume 1 the style's own
   * @param hairline -1 low to 1 receding
   * @param part where the parting is, -1 the subject's right to 1 left
   * @param frizz unruliness
   */
  public record Hair(
      HairStyle style,
      @Range(min = 0, max = 1) float dark,
      @Range(min = 0, max = 1) float red,
      @Range(min = 0, max = 1) float grey,
      @Range(min = 0.5, max = 1.6) float length,
      @Range(min = 0.5, max = 1.6) float volume,
      @Range(min = -1, max = 1) float hairline,
      @Range(min = -1, max = 1) float part,
      @Range(min = 0, max = 1) float frizz) {
    public Hair withStyle(HairStyle value) {
      return new Hair(value, dark, red, grey, length, volume, hairline, part, frizz);
    }
  }

  /**
   * @param kind what is worn, if anything
   * @param hue 0..1 round the colour circle
   * @param saturation 0..1
   * @param lightness 0..1
   */
  public record Headwear(
      HeadwearKind kind,
      @Range(min = 0, max = 1) float hue,
      @Range(min = 0, max = 1) float saturation,
      @Range(min = 0, max = 1) float lightness) {
    public static Headwear none() {
      return new Headwear(HeadwearKind.NONE, 0, 0, 0.3f);
    }
  }

  /**
   * @param kind form of the rims, if any are worn
   * @param size 1 average
   * @param thickness of the rims in cm
   * @param hue of the rims
   * @param saturation of the rims
   * @param lightness of the rims
   * @param metal whether the rims shine like metal, 0 or 1
   * @param tint darkness of the glass, 1 for sunglasses
   */
  public record Glasses(
      GlassesKind kind,
      @Range(min = 0.8, max = 1.3) float size,
      @Range(min = 0.06, max = 0.4) float thickness,
      @Range(min = 0, max = 1) float hue,
      @Range(min = 0, max = 1) float saturation,
      @Range(min = 0, max = 1) float lightness,
      @Range(min = 0, max = 1) float metal,
      @Range(min = 0, max = 1) float tint) {
    public static Glasses none() {
      return new Glasses(GlassesKind.NONE, 1, 0.15f, 0, 0, 0.1f, 0, 0);
    }
  }
}
