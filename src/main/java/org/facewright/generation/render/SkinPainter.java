package org.facewright.generation.render;

/** Paints a person's skin on the atlas: tone, blood, lips, lids, beard shadow, scalp, relief. */
final class SkinPainter {
  private final Anatomy anatomy;
  private final Identity identity;
  private final Atlas atlas;
  private final Regions regions;
  private final Canvas canvas;
  private final Noise noise;
  private final float[] skin;
  private final float[] blood;
  private final float[] lip;
  private final float[] hair;
  private final float[] eyeShadow;
  private final float[] hairline;
  private final float[] crown;
  private final float[] coarse;
  private final float[] middle;

  SkinPainter(Anatomy anatomy, Identity identity) {
    this.anatomy = anatomy;
    this.identity = identity;
    atlas = anatomy.atlas;
    regions = anatomy.regions;
    canvas = new Canvas(atlas.size);
    noise = new Noise(Seeds.of(identity.seed(), 1));
    skin = tone(identity.skin());
    blood = Colour.times(skin, new float[] {1.04f, 0.68f, 0.64f});
    lip = lip(skin, identity.lips());
    Identity.Hair h = identity.hair();
    hair = Colour.hair(h.dark(), h.red(), h.grey());
    eyeShadow = Colour.hsl(identity.eyes().shadowHue(), 0.35f, 0.3f);
    hairline = new float[atlas.size];
    crown = new float[atlas.size];
    for (int x = 0; x < atlas.size; x++) {
      hairline[x] = Hairline.height(h, Math.abs(atlas.degrees(x)));
      crown[x] = Hairline.crown(h, Math.abs(atlas.degrees(x)));
    }
    coarse = field(0.35f, 8);
    middle = field(1.3f, 4);
  }

  /** The tone before blood and blotches, linear. */
  static float[] tone(Identity.Skin skin) {
    float u = skin.undertone();
    float[] rosy = {1 + 0.05f * -u, 1 + 0.03f * u, 1 - 0.13f * u};
    return Colour.times(Colour.skin(skin.melanin()), rosy);
  }

  private static float[] lip(float[] skin, Identity.Lips lips) {
    float r = lips.redness();
    float[] bare =
        Colour.times(
            Colour.times(skin, new float[] {0.93f, 0.62f - 0.22f * r, 0.66f - 0.2f * r}),
            1 - 0.5f * lips.darkness());
    float[] stick = Colour.mix(Colour.srgb(196, 44, 34), Colour.srgb(120, 20, 62), lips.hue());
    return Colour.mix(bare, stick, lips.lipstick() * 0.85f);
  }

  /** Paints everything. */
  Texture paint(Rows rows) {
    rows.each(atlas.size, this::row);
    new MarkPainter(atlas, regions, canvas, identity).paint();
    new LinePainter(anatomy, canvas, identity).paint();
    new BrowPainter(anatomy, canvas, identity).paint();
    return canvas.finish(0.9f);
  }

  private void row(int y) {
    for (int x = 0; x < atlas.size; x++) {
      int at = y * atlas.size + x;
      base(at);
      features(at);
      beard(at, x, y);
      scalp(at, x, y);
    }
  }

  private void base(int at) {
    Identity.Skin s = identity.skin();
    float grain = noise.lattice(at, 3, 5);
    float tone =
        1 + (0.05f + 0.13f * s.blotches()) * coarse[at] + 0.06f * middle[at] + 0.035f * grain;
    canvas.red[at] = skin[0] * (1 + (tone - 1) * 0.6f);
    canvas.green[at] = skin[1] * tone;
    canvas.blue[at] = skin[2] * tone;
    float flush =
        (0.25f + 0.75f * s.redness()) * mask(Region.BLUSH, at)
            + 0.6f * mask(Region.EARS, at)
            + 0.25f * s.blotches() * Math.max(0, middle[at] + coarse[at]);
    canvas.tint(at, blood, Math.clamp(flush * 0.75f, 0, 1));
    float oil = mask(Region.T_ZONE, at);
    canvas.gloss[at] =
        0.30f + 0.12f * s.shine() + oil * (0.06f + 0.22f * s.shine()) + 0.05f * middle[at];
    float pore = noise.lattice(at, 11, 2);
    canvas.height[at] =
        (0.35f + 0.65f * s.pores()) * (0.42f * Math.min(0, pore) + 0.2f * middle[at]);
    float neck = mask(Region.NECK, at);
    canvas.stain(at, 1 - 0.06f * neck, 1 - 0.08f * neck, 1 - 0.10f * neck);
  }

  private void features(int at) {
    float circle = mask(Region.DARK_CIRCLE, at) * (0.12f + 0.5f * identity.skin().darkCircles());
    canvas.stain(at, 1 - 0.32f * circle, 1 - 0.50f * circle, 1 - 0.38f * circle);
    float hole = mask(Region.NOSTRILS, at);
    canvas.stain(at, 1 - 0.75f * hole, 1 - 0.85f * hole, 1 - 0.85f * hole);
    lids(at);
    float lips = mask(Region.LIPS, at);
    if (lips > 0) {
      float shade = 1 + 0.16f * middle[at] + 0.06f * noise.lattice(at, 7, 7);
      canvas.tint(at, Colour.times(lip, shade), lips * (0.8f + 0.2f * identity.lips().lipstick()));
      canvas.gloss[at] += lips * (0.06f + 0.4f * identity.lips().gloss());
      canvas.height[at] += lips * 0.5f * middle[at];
      float line = mask(Region.LIP_LINE, at);
      canvas.stain(at, 1 - 0.45f * line, 1 - 0.62f * line, 1 - 0.6f * line);
    }
  }

  private void lids(int at) {
    Identity.Eyes eyes = identity.eyes();
    float lid = mask(Region.UPPER_LID, at);
    if (lid > 0) {
      canvas.stain(at, 1 - 0.08f * lid, 1 - 0.16f * lid, 1 - 0.12f * lid);
      canvas.tint(at, eyeShadow, lid * eyes.shadow() * 0.6f);
      float crease = mask(Region.CREASE, at);
      canvas.stain(at, 1 - 0.22f * crease, 1 - 0.30f * crease, 1 - 0.28f * crease);
    }
    float line = mask(Region.LASH_LINE, at) * Math.min(1, 0.35f + 0.65f * eyes.liner());
    canvas.stain(at, 1 - 0.80f * line, 1 - 0.86f * line, 1 - 0.86f * line);
    float wet = mask(Region.WATERLINE, at);
    canvas.tint(at, Colour.mix(blood, new float[] {0.6f, 0.35f, 0.32f}, 0.4f), wet * 0.6f);
    canvas.gloss[at] += wet * 0.35f;
  }

  private void beard(int at, int x, int y) {
    Identity.Beard beard = identity.beard();
    float where =
        Math.max(
            mask(Region.MOUSTACHE, at) * Math.min(1, beard.stubble() + beard.moustache() * 1.5f),
            Math.max(
                mask(Region.CHIN_BEARD, at) * Math.min(1, beard.stubble() + beard.chin() * 1.2f),
                mask(Region.CHEEK_BEARD, at)
                    * Math.min(1, beard.stubble() + beard.cheeks() * 1.2f)));
    if (where <= 0) {
      return;
    }
    float patch = Math.clamp(where * (1 + 0.5f * middle[at] + 0.3f * coarse[at]), 0, 1);
    float[] shade = Colour.times(Colour.mix(skin, hair, 0.75f), new float[] {0.5f, 0.56f, 0.64f});
    canvas.tint(at, shade, patch * 0.42f);
    float dot = noise.lattice(x, y, 21) > 0.35f ? 1 : 0;
    canvas.tint(at, Colour.times(hair, 0.6f), patch * patch * dot * 0.5f);
    canvas.gloss[at] *= 1 - 0.3f * patch;
    canvas.height[at] += patch * 0.35f * dot;
  }

  private void scalp(int at, int x, int y) {
    HairStyle style = identity.hair().style();
    if (style == HairStyle.BALD) {
      return;
    }
    float ragged = 0.9f * middle[at] + 0.5f * coarse[at];
    float cover = Hairline.cover(hairline[x], crown[x], atlas.height(y), ragged);
    if (cover > 0) {
      float root = style == HairStyle.BUZZ ? 0.75f : 0.92f;
      canvas.tint(at, Colour.times(hair, 0.55f + 0.15f * noise.lattice(at, 1, 9)), cover * root);
      canvas.gloss[at] *= 1 - 0.7f * cover;
    }
  }

  private float mask(Region region, int at) {
    return regions.mask(region)[at];
  }

  /** Noise of a frequency (1/cm) over the atlas, computed coarsely and interpolated. */
  private float[] field(float frequency, int step) {
    int size = atlas.size;
    int coarseSize = size / step + 2;
    float[] grid = new float[coarseSize * coarseSize];
    for (int gy = 0; gy < coarseSize; gy++) {
      for (int gx = 0; gx < coarseSize; gx++) {
        int at = (Math.min(size - 1, gy * step) * size + Math.min(size - 1, gx * step)) * 3;
        grid[gy * coarseSize + gx] =
            noise.rough(
                atlas.xyz[at] * frequency,
                atlas.xyz[at + 1] * frequency,
                atlas.xyz[at + 2] * frequency);
      }
    }
    float[] field = new float[size * size];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int gx = x / step;
        int gy = y / step;
        float fx = (float) (x % step) / step;
        float fy = (float) (y % step) / step;
        int g = gy * coarseSize + gx;
        float top = Smooth.mix(grid[g], grid[g + 1], fx);
        float low = Smooth.mix(grid[g + coarseSize], grid[g + coarseSize + 1], fx);
        field[y * size + x] = Smooth.mix(top, low, fy);
      }
    }
    return field;
  }
}
