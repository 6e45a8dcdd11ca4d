package org.facewright.generation.render;

import java.util.SplittableRandom;

/**
 * Draws people. One hidden trait, how masculine to feminine somebody looks, and one age tie the
 * parts together loosely, as they are tied in real faces; everything else is independent. The
 * distributions are listed in docs/rendering.md.
 */
public final class IdentitySampler {
  /** The model's modes are drawn a little wider than N(0,1), which spreads people further apart. */
  private static final float SPREAD = 1.25f;

  private static final float FARTHEST = 2.6f;

  private final long seed;

  public IdentitySampler(long seed) {
    this.seed = seed;
  }

  /** The person of a number; the same for the same seed, whichever others are drawn. */
  public Identity sample(int number) {
    SplittableRandom random = Seeds.stream(seed, 100, number);
    Draw draw = new Draw(random);
    boolean woman = draw.chance(0.5);
    float age = draw.between(18, 75);
    float old = Smooth.step(30, 72, age);
    Identity.Shape shape = shape(draw, woman, old);
    Identity.Skin skin = skin(draw, woman, old);
    Identity.Hair hair = hair(draw, woman, old, skin.melanin());
    Identity.Beard beard = woman ? Identity.Beard.none() : beard(draw, hair.grey());
    return new Identity(
        random.nextLong(),
        shape,
        skin,
        brows(draw, woman),
        eyes(draw, woman, skin.melanin(), hair),
        lips(draw, woman, skin.melanin()),
        beard,
        hair,
        headwear(draw, woman),
        glasses(draw));
  }

  private static Identity.Shape shape(Draw d, boolean woman, float old) {
    float[] modes = new float[FaceKit.MODES];
    for (int i = 0; i < modes.length; i++) {
      modes[i] = Math.clamp(d.normal(0, SPREAD), -FARTHEST, FARTHEST);
    }
    float sex = woman ? 1 : -1;
    return new Identity.Shape(
        modes,
        d.around(0.35f * sex),
        d.around(0.25f * sex),
        d.around(0),
        d.around(-0.3f * sex),
        d.around(0.3f * old),
        d.around(0),
        d.around(-0.3f * sex),
        d.around(0),
        d.around(0),
        d.around(0.35f * sex - 0.5f * old),
        d.around(-0.6f * sex),
        d.around(-0.3f * sex),
        d.around(-0.2f * sex),
        d.around(0.2f * sex),
        d.around(0),
        d.around(-0.6f * sex),
        d.around(0.3f * sex),
        d.around(0),
        d.around(0),
        Math.min(2, Math.abs(d.normal(0.3f, 0.6f))),
        d.around(-0.5f * old),
        d.around(-0.3f * old),
        d.around(0),
        d.around(-0.2f * sex + 0.4f * old));
  }

  private static Identity.Skin skin(Draw d, boolean woman, float old) {
    float melanin = d.between(0, 1);
    float light = 1 - melanin;
    return new Identity.Skin(
        melanin,
        d.clamped(0, 0.55f, -1, 1),
        d.between(0, 1) * (0.5f + 0.5f * light),
        d.between(0.1f, 0.7f) * (woman ? 0.7f : 1) + 0.25f * old,
        d.chance(0.3) ? d.between(0.2f, 1) * light : 0,
        (int) (d.between(0, 1) * d.between(0, 6.99f)),
        Math.clamp(0.9f * old + d.normal(0.05f, 0.12f), 0, 1),
        Math.clamp(d.between(0.05f, 0.8f) + 0.2f * old, 0, 1),
        d.between(0, 0.8f),
        d.between(0.1f, 0.9f));
  }

  private static Identity.Hair hair(Draw d, boolean woman, float old, float melanin) {
    float dark = Math.clamp(d.normal(0.45f + 0.55f * melanin, 0.28f * (1 - 0.5f * melanin)), 0, 1);
    boolean ginger = melanin < 0.45f && d.chance(0.14);
    float grey = d.chance(0.75 * old) ? d.between(0.2f, 1) : 0;
    return new Identity.Hair(
        woman ? womansCut(d, melanin) : mansCut(d, melanin, old),
        dark,
        ginger ? d.between(0.6f, 1) : d.between(0, 0.2f),
        grey,
        d.between(0.75f, 1.35f),
        d.between(0.7f, 1.35f),
        Math.clamp(d.normal(woman ? -0.15f : 0.1f + 0.5f * old, 0.4f), -1, 1),
        d.clamped(0, 0.6f, -1, 1),
        d.between(0, 1) * d.between(0.2f, 1));
  }

  private static HairStyle womansCut(Draw d, float melanin) {
    if (melanin > 0.65f && d.chance(0.35)) {
      return HairStyle.AFRO;
    }
    return d.weighted(
        HairStyle.BOB,
        3,
        HairStyle.FRINGE_BOB,
        3,
        HairStyle.LONG_STRAIGHT,
        4,
        HairStyle.LONG_WAVY,
        4,
        HairStyle.TIED_BACK,
        3.5,
        HairStyle.CURLY,
        2,
        HairStyle.CROP,
        0.8,
        HairStyle.SIDE_PART,
        1,
        HairStyle.BUZZ,
        0.2);
  }

  private static HairStyle mansCut(Draw d, float melanin, float old) {
    if (melanin > 0.65f && d.chance(0.25)) {
      return HairStyle.AFRO;
    }
    return d.weighted(
        HairStyle.BALD,
        0.7 + old,
        HairStyle.BUZZ,
        2,
        HairStyle.CROP,
        3.5,
        HairStyle.SIDE_PART,
        3.5,
        HairStyle.SWEPT_BACK,
        3,
        HairStyle.CURLY,
        1.5,
        HairStyle.BOB,
        0.5,
        HairStyle.LONG_WAVY,
        0.4,
        HairStyle.TIED_BACK,
        0.4,
        HairStyle.RECEDING,
        0.3 + 2.5 * old);
  }

  private static Identity.Brows brows(Draw d, boolean woman) {
    return new Identity.Brows(
        d.between(0.15f, 1),
        d.clamped(woman ? 0.85f : 1.15f, 0.3f, 0.45f, 1.9f),
        d.clamped(woman ? 0.5f : 0.2f, 0.3f, -0.3f, 1),
        d.between(0.8f, 1.15f),
        d.clamped(1, 0.25f, 0.35f, 1.5f),
        d.between(0.15f, 1));
  }

  private static Identity.Eyes eyes(Draw d, boolean woman, float melanin, Identity.Hair hair) {
    boolean pale = d.chance(0.75 * (1 - melanin * 1.6) * (1.15 - 0.5 * hair.dark()));
    float brown = pale ? d.between(0, 0.35f) : d.between(0.45f, 1);
    boolean made = woman && d.chance(0.45);
    return new Identity.Eyes(
        brown,
        d.between(0, 1),
        d.clamped(1, 0.04f, 0.9f, 1.1f),
        d.between(0.2f, 1),
        d.between(0, 0.7f),
        woman ? d.between(0.4f, 1) : d.between(0.1f, 0.7f),
        made ? d.between(0.6f, 1) : d.between(0.1f, 0.55f),
        made ? d.between(0.1f, 0.8f) : 0,
        d.between(0, 1));
  }

  private static Identity.Lips lips(Draw d, boolean woman, float melanin) {
    return new Identity.Lips(
        d.between(0, 1),
        d.between(0, 0.7f) * (0.4f + 0.6f * melanin),
        d.between(0, 0.8f),
        woman && d.chance(0.4) ? d.between(0.25f, 1) : 0,
        d.between(0, 1));
  }

  private static Identity.Beard beard(Draw d, float grey) {
    float shade = d.between(0, 0.7f);
    return switch ((int) d.between(0, 8.99f)) {
      case 0, 1, 2 -> new Identity.Beard(shade * 0.5f, 0, 0, 0, grey);
      case 3, 4 -> new Identity.Beard(0.3f + shade, 0.15f, 0.2f, 0.15f, grey);
      case 5 -> new Identity.Beard(shade, d.between(0.5f, 1.2f), 0, 0, grey);
      case 6 -> new Identity.Beard(shade, d.between(0.4f, 1), d.between(0.6f, 3), 0, grey);
      case 7 ->
          new Identity.Beard(
              0.6f, d.between(0.4f, 1), d.between(0.6f, 1.6f), d.between(0.3f, 1.2f), grey);
      default ->
          new Identity.Beard(
              0.6f, d.between(0.6f, 1.6f), d.between(1.5f, 5), d.between(1, 3), grey);
    };
  }

  private static Identity.Headwear headwear(Draw d, boolean woman) {
    HeadwearKind kind =
        d.weighted(
            HeadwearKind.NONE,
            88,
            HeadwearKind.BEANIE,
            4,
            HeadwearKind.CAP,
            4,
            HeadwearKind.HEADSCARF,
            woman ? 7 : 0);
    return new Identity.Headwear(
        kind, d.between(0, 1), d.between(0, 0.4f), d.between(0.06f, 0.55f));
  }

  private static Identity.Glasses glasses(Draw d) {
    GlassesKind kind =
        d.weighted(
            GlassesKind.NONE,
            68,
            GlassesKind.ROUND,
            6,
            GlassesKind.RECTANGULAR,
            9,
            GlassesKind.AVIATOR,
            5,
            GlassesKind.CAT_EYE,
            3,
            GlassesKind.BROWLINE,
            4,
            GlassesKind.RIMLESS,
            5);
    boolean metal = d.chance(0.4);
    return new Identity.Glasses(
        kind,
        d.between(0.88f, 1.15f),
        metal ? d.between(0.08f, 0.14f) : d.between(0.14f, 0.34f),
        d.between(0, 1),
        d.between(0, 0.6f),
        metal ? d.between(0.2f, 0.7f) : d.between(0.02f, 0.35f),
        metal ? 1 : 0,
        d.chance(0.1) ? d.between(0.1f, 0.4f) : 0);
  }
}
