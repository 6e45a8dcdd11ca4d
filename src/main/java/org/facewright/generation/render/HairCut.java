package org.facewright.generation.render;

/**
 * How a style grows.
 *
 * @param count strands
 * @param steps points of a strand
 * @param top length in cm on top
 * @param sides length in cm at sides and back
 * @param lift how far strands stand off at the root, 0 flat to 1 upright
 * @param bulk thickness of the hair's body in cm
 * @param stiff how long a strand keeps its direction, 0..1
 * @param curl radius of curls in cm
 * @param turns curls a cm
 * @param width of a strand in cm
 */
record HairCut(
    int count,
    int steps,
    float top,
    float sides,
    float lift,
    float bulk,
    float stiff,
    float curl,
    float turns,
    float width) {

  static HairCut of(HairStyle style) {
    return switch (style) {
      case BALD -> new HairCut(0, 2, 0, 0, 0, 0, 0, 0, 0, 0.1f);
      case BUZZ -> new HairCut(5200, 3, 0.5f, 0.35f, 0.55f, 0.25f, 0.8f, 0, 0, 0.05f);
      case CROP -> new HairCut(4200, 7, 3.6f, 1.5f, 0.45f, 0.9f, 0.72f, 0.08f, 0.3f, 0.10f);
      case SIDE_PART -> new HairCut(4200, 9, 8, 2.2f, 0.45f, 1.5f, 0.68f, 0.1f, 0.2f, 0.11f);
      case SWEPT_BACK -> new HairCut(4200, 9, 8.5f, 1.9f, 0.7f, 1.9f, 0.75f, 0.1f, 0.2f, 0.11f);
      case CURLY -> new HairCut(3000, 16, 9.5f, 6.5f, 0.8f, 2.4f, 0.72f, 0.55f, 0.45f, 0.13f);
      case AFRO -> new HairCut(5200, 9, 5.5f, 4.6f, 1, 0.5f, 0.95f, 0.32f, 1.0f, 0.14f);
      case BOB, FRINGE_BOB -> new HairCut(3400, 14, 19, 13, 0.35f, 1.4f, 0.55f, 0.12f, 0.08f, 0.15f);
      case LONG_STRAIGHT -> new HairCut(3400, 17, 34, 29, 0.35f, 1.3f, 0.55f, 0.12f, 0.06f, 0.16f);
      case LONG_WAVY -> new HairCut(3200, 20, 33, 28, 0.45f, 1.9f, 0.6f, 0.75f, 0.14f, 0.16f);
      case TIED_BACK -> new HairCut(3600, 11, 15, 12, 0.1f, 0.45f, 0.4f, 0.03f, 0.1f, 0.13f);
      case RECEDING -> new HairCut(2800, 5, 2, 1.6f, 0.4f, 0.5f, 0.7f, 0.05f, 0.3f, 0.08f);
    };
  }

  /** Styles that hang, and therefore part over the face. */
  static boolean hangs(HairStyle style) {
    return switch (style) {
      case BOB, FRINGE_BOB, LONG_STRAIGHT, LONG_WAVY, CURLY -> true;
      default -> false;
    };
  }
}
