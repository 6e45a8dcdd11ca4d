package org.facewright.generation.render;

import java.util.SplittableRandom;

/** Freckles, moles and spots of age, scattered by the person's seed. */
final class MarkPainter {
  private final Atlas atlas;
  private final Regions regions;
  private final Canvas canvas;
  private final Identity identity;
  private final SplittableRandom random;

  MarkPainter(Atlas atlas, Regions regions, Canvas canvas, Identity identity) {
    this.atlas = atlas;
    this.regions = regions;
    this.canvas = canvas;
    this.identity = identity;
    random = Seeds.stream(identity.seed(), 2);
  }

  void paint() {
    float unit = atlas.texelsPerCm();
    int freckles = (int) (identity.skin().freckles() * 420);
    for (int i = 0; i < freckles; i++) {
      float u = 0.5f + (float) random.nextGaussian() * 0.11f;
      float y = 0.8f + (float) random.nextGaussian() * 2.6f;
      float radius = unit * (0.045f + 0.05f * random.nextFloat());
      float amount = 0.15f + 0.35f * random.nextFloat();
      if (!onLips(u, y)) {
        spot(u, y, radius, amount, 0.80f, 0.62f, 0.48f);
      }
    }
    for (int i = 0; i < identity.skin().moles(); i++) {
      float u = 0.5f + (random.nextFloat() - 0.5f) * 0.42f;
      float y = -6.5f + random.nextFloat() * 15;
      float radius = unit * (0.07f + 0.13f * random.nextFloat() * random.nextFloat());
      if (!onLips(u, y)) {
        mole(u, y, radius, 0.65f + 0.3f * random.nextFloat());
      }
    }
    int spots = (int) (identity.skin().lines() * identity.skin().blotches() * 30);
    for (int i = 0; i < spots; i++) {
      float u = 0.5f + (float) random.nextGaussian() * 0.16f;
      float y = 3 + (float) random.nextGaussian() * 5;
      spot(u, y, unit * (0.1f + 0.2f * random.nextFloat()), 0.3f, 0.78f, 0.66f, 0.58f);
    }
  }

  private boolean onLips(float u, float y) {
    int x = Math.clamp((int) (u * atlas.size), 0, atlas.size - 1);
    int row = Math.clamp((int) (Atlas.v(y) * atlas.size), 0, atlas.size - 1);
    return regions.mask(Region.LIPS)[row * atlas.size + x] > 0.2f
        || regions.mask(Region.LASH_LINE)[row * atlas.size + x] > 0.1f;
  }

  private void spot(float u, float y, float radius, float amount, float r, float g, float b) {
    canvas.spot(
        u * atlas.size,
        Atlas.v(y) * atlas.size,
        radius,
        (at, cover) -> {
          float c = cover * amount;
          canvas.stain(at, 1 - c * (1 - r), 1 - c * (1 - g), 1 - c * (1 - b));
        });
  }

  private void mole(float u, float y, float radius, float amount) {
    canvas.spot(
        u * atlas.size,
        Atlas.v(y) * atlas.size,
        radius,
        (at, cover) -> {
          float c = Math.min(1, cover * 1.6f) * amount;
          canvas.stain(at, 1 - c * 0.72f, 1 - c * 0.84f, 1 - c * 0.88f);
          canvas.height[at] += cover * 1.2f;
        });
  }
}
