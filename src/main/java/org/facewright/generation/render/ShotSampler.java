package org.facewright.generation.render;

import java.util.SplittableRandom;

/**
 * Draws pictures of people: expression, pose, lens, light, surroundings. A person's shots differ in
 * nothing that makes the person, except that glasses come off, or sunglasses and hats go on, now
 * and then. The distributions are listed in docs/rendering.md.
 */
public final class ShotSampler {
  private final long seed;
  private final Occasion occasion;

  /** Everyday pictures. */
  public ShotSampler(long seed) {
    this(seed, Occasion.EVERYDAY);
  }

  public ShotSampler(long seed, Occasion occasion) {
    this.seed = seed;
    this.occasion = occasion;
  }

  /** A person as dressed for one shot, and the shot. */
  public record Sitting(Identity identity, Shot shot) {}

  /** The shot of a number; the same for the same seed, whichever others are drawn. */
  public Sitting sample(Identity identity, int person, int number) {
    SplittableRandom random = Seeds.stream(seed, 200, person, number);
    Draw d = new Draw(random);
    Shot.Occluder occluder = occluder(d);
    Shot.Expression expression = expression(d);
    if (occluder.kind() == OccluderKind.MASK) {
      expression = Shot.Expression.neutral();
    }
    Shot shot =
        new Shot(
            random.nextLong(),
            expression,
            new Shot.Pose(
                d.clamped(0, d.chance(0.25) ? 32 : 15, -65, 65),
                d.clamped(0, 8, -25, 25),
                d.clamped(0, 6, -25, 25)),
            camera(d),
            lighting(d),
            backdrop(d),
            new Shot.Clothes(d.between(0, 1), d.between(0, 0.5f), d.between(0.04f, 0.8f)),
            occluder);
    return occasion.of(new Sitting(dressed(d, identity), shot));
  }

  private static Identity dressed(Draw d, Identity identity) {
    Identity.Glasses glasses = identity.glasses();
    if (glasses.kind() != GlassesKind.NONE && d.chance(0.1)) {
      glasses = Identity.Glasses.none();
    } else if (d.chance(0.015)) {
      glasses =
          new Identity.Glasses(
              GlassesKind.SUNGLASSES, 1, 0.2f, 0, 0, 0.05f, 0, d.between(0.7f, 0.97f));
    }
    Identity.Headwear wear = identity.headwear();
    if (wear.kind() == HeadwearKind.NONE && d.chance(0.02)) {
      HeadwearKind kind = d.chance(0.5) ? HeadwearKind.BEANIE : HeadwearKind.CAP;
      wear =
          new Identity.Headwear(kind, d.between(0, 1), d.between(0, 0.4f), d.between(0.06f, 0.55f));
    } else if (wear.kind() != HeadwearKind.HEADSCARF && d.chance(0.3)) {
      wear = Identity.Headwear.none();
    }
    return identity.withGlasses(glasses).withHeadwear(wear);
  }

  private static Shot.Expression expression(Draw d) {
    float gazeX = d.clamped(0, 0.28f, -1, 1);
    float gazeY = d.clamped(0, 0.2f, -0.7f, 0.7f);
    float small = d.between(0, 0.15f);
    float side = d.normal(0, 0.25f);
    return switch ((int) d.between(0, 11.99f)) {
      case 0, 1, 2, 3 ->
          new Shot.Expression(small, 0, 0, 0, d.normal(0, 0.08f), 0, 0, 0, 0, 0, 0, gazeX, gazeY);
      case 4, 5, 6 ->
          new Shot.Expression(
              d.between(0.25f, 0.6f),
              small * 0.3f,
              0,
              0,
              d.normal(0.05f, 0.1f),
              0,
              0,
              0,
              0,
              0,
              side,
              gazeX,
              gazeY);
      case 7, 8 ->
          new Shot.Expression(
              d.between(0.6f, 1),
              d.between(0, 0.3f),
              0,
              0,
              d.between(0, 0.3f),
              0.1f,
              0,
              0,
              0,
              0,
              side,
              gazeX,
              gazeY);
      case 9 ->
          new Shot.Expression(
              small,
              d.between(0.15f, 0.6f),
              d.between(0, 0.4f),
              0,
              d.normal(0.1f, 0.25f),
              d.normal(0, 0.2f),
              0,
              0,
              0,
              d.normal(0, 0.1f),
              0,
              gazeX,
              gazeY);
      case 10 ->
          new Shot.Expression(
              d.between(-0.6f, 0),
              0,
              0,
              d.between(0, 0.5f),
              d.between(-0.7f, 0),
              d.between(0, 0.5f),
              0,
              d.between(0, 0.4f),
              0,
              d.normal(0, 0.1f),
              side,
              gazeX,
              gazeY);
      default ->
          new Shot.Expression(
              d.between(-0.1f, 0.3f),
              d.between(0, 0.4f),
              0,
              0,
              d.between(0.3f, 0.9f),
              d.between(-0.7f, 0),
              d.chance(0.2) ? d.between(0.5f, 1) : 0,
              0,
              0,
              0,
              side,
              gazeX,
              gazeY);
    };
  }

  private static Shot.Camera camera(Draw d) {
    boolean poor = d.chance(0.15);
    return new Shot.Camera(
        d.chance(0.2) ? d.between(26, 38) : d.between(38, 110),
        d.between(0.4f, 0.62f),
        d.clamped(0, 0.04f, -0.1f, 0.1f),
        d.clamped(0, 0.03f, -0.08f, 0.08f),
        poor ? d.between(0.4f, 0.95f) : d.between(0, 0.4f),
        poor ? d.between(3, 10) : d.between(0.3f, 3.5f),
        d.between(0.8f, 1.12f),
        d.clamped(0, 0.3f, -0.8f, 0.8f),
        (int) (poor ? d.between(45, 80) : d.between(80, 97)));
  }

  private static Shot.Lighting lighting(Draw d) {
    boolean hard = d.chance(0.22);
    return new Shot.Lighting(
        d.clamped(0, hard ? 55 : 38, -100, 100),
        d.clamped(28, 16, -5, 70),
        d.between(0.75f, 1.15f),
        d.clamped(0.1f, 0.35f, -0.8f, 0.9f),
        hard ? d.between(0, 0.3f) : d.between(0.4f, 1),
        d.between(0.3f, 0.75f),
        d.between(0.05f, 0.5f),
        d.between(110, 250),
        d.chance(0.35) ? d.between(0.2f, 1) : 0,
        d.clamped(0, 0.22f, -0.6f, 0.5f));
  }

  private static Shot.Backdrop backdrop(Draw d) {
    BackdropKind[] kinds = BackdropKind.values();
    return new Shot.Backdrop(
        kinds[(int) d.between(0, kinds.length - 0.01f)],
        d.between(0, 1),
        d.between(0, 0.35f),
        d.between(0.08f, 0.85f));
  }

  private static Shot.Occluder occluder(Draw d) {
    OccluderKind kind =
        d.weighted(
            OccluderKind.NONE,
            94.5,
            OccluderKind.HAND,
            1.2,
            OccluderKind.OBJECT,
            1,
            OccluderKind.FOREGROUND,
            2.6,
            OccluderKind.MASK,
            0.7);
    float side = d.chance(0.5) ? 1 : -1;
    return new Shot.Occluder(
        kind,
        side * d.between(0.6f, 1.2f),
        d.between(-1, 0.2f),
        d.between(0.7f, 1.1f),
        d.between(0, 1),
        d.between(0.1f, 0.9f));
  }
}
