package org.facewright.generation.render;

/** Where a style combs a strand, by where the strand began and where it has got to. */
final class HairComb {
  private final Identity.Hair hair;
  private final float part;
  private final float bunHeight;
  private float rootX;
  private float rootY;
  private float rootZ;
  private float side;

  /**
   * @param chance 0..1, decides what the style leaves open, such as how high a bun sits
   */
  HairComb(Identity.Hair hair, float chance) {
    this.hair = hair;
    part = hair.part() * 3.4f;
    bunHeight = chance < 0.4f ? 14.5f : 6;
  }

  /** Begins a strand at a point of the neutral head. */
  void start(float x, float y, float z) {
    rootX = x;
    rootY = y;
    rootZ = z;
    side = x < part ? -1 : 1;
  }

  private boolean fringe() {
    return hair.style() == HairStyle.FRINGE_BOB
        && rootZ > 2.2f
        && rootY > 8.5f
        && Math.abs(rootX) < 6.2f;
  }

  /** The length that suits the root. */
  float trim(float length) {
    if (fringe()) {
      return 5.2f + 0.55f * (rootZ < 7 ? 7 - rootZ : 0);
    }
    return switch (hair.style()) {
      case SIDE_PART -> rootX * part > 0 && side * part > 0 ? length * 0.55f : length;
      case CROP -> length * (rootZ > 5 ? 0.8f : 1);
      case SWEPT_BACK -> length * (rootZ > 4 ? 1.1f : 0.8f);
      default -> length;
    };
  }

  /** How loosely hair lies at a height: hanging hair keeps its bulk, short sides lie close. */
  float loose(float y) {
    return switch (hair.style()) {
      case SIDE_PART, SWEPT_BACK, CROP, BUZZ, RECEDING -> 0.3f + 0.7f * Smooth.step(5, 10, y);
      default -> 1;
    };
  }

  /**
   * @param nx outward direction at the point
   * @param out the direction to grow in, not unit
   */
  void towards(float x, float y, float z, float nx, float ny, float nz, float[] out) {
    float top = Smooth.step(6, 10, rootY);
    switch (hair.style()) {
      case CROP -> set(out, 0.1f * nx, -0.75f + 0.35f * top, 0.35f + 0.75f * top);
      case SIDE_PART ->
          set(out, side * 1.1f * top, -0.9f + 0.75f * top, -0.3f + (rootZ > 5 ? 0.35f * top : 0));
      case SWEPT_BACK ->
          set(out, 0.12f * nx, -0.75f + top * (rootZ > 4 ? 1.15f : 0.6f), -0.55f - 0.6f * top);
      case AFRO, BUZZ, BALD -> set(out, nx, ny - (hair.style() == HairStyle.BUZZ ? 0.4f : 0), nz);
      case TIED_BACK -> set(out, -x, bunHeight - y, (bunHeight > 10 ? -3 : -10) - z);
      case RECEDING -> set(out, 0.1f * nx, -0.9f, -0.3f);
      case CURLY -> hang(x, y, z, nx, ny, nz, 0.55f, out);
      default -> hang(x, y, z, nx, ny, nz, 1, out);
    }
    if (hair.style() == HairStyle.TIED_BACK) {
      float scale =
          1 / (float) Math.sqrt(out[0] * out[0] + out[1] * out[1] + out[2] * out[2] + 0.5f);
      set(out, out[0] * scale, out[1] * scale, out[2] * scale);
    }
  }

  /** Down, but away from the parting on top and round the face in front. */
  private void hang(
      float x, float y, float z, float nx, float ny, float nz, float weight, float[] out) {
    if (fringe()) {
      set(out, 0.05f * nx, -0.55f, z > 7.5f ? 0.05f : 1);
      return;
    }
    float up = Smooth.step(0.35f, 0.85f, ny);
    float front =
        Smooth.step(1.5f, 5, z) * Smooth.step(7.3f, 5.6f, Math.abs(x)) * Smooth.step(-14, -10, y);
    set(
        out,
        side * (0.9f * up + 1.25f * front) + nx * 0.12f * (1 - weight),
        -weight * (1 - 0.65f * up) + 0.1f * (1 - weight),
        -0.12f - 0.55f * front + nz * 0.2f * (1 - weight));
  }

  private static void set(float[] out, float x, float y, float z) {
    out[0] = x;
    out[1] = y;
    out[2] = z;
  }
}
