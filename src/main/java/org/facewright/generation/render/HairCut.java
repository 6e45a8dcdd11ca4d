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
 * @param stiff share of its direction that a strand keeps after a cm
 * @param curl radius of curls in cm
 * @param turns curls a cm
 * @param width of a strand in cm
 * @param extent how far from the skull it may stand, in cm
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
    float width,
    float extent) {

  static HairCut of(HairStyle style) {
    return switch (style) {
      case BALD -> new HairCut(0, 2, 0, 0, 0, 0, 0, 0, 0, 0.1f, 0);
      case BUZZ -> new HairCut(5200, 3, 0.5f, 0.35f, 0.5f, 0.2f, 0.5f, 0, 0, 0.05f, 0.6f);
      case CROP -> new HairCut(4400, 7, 3.6f, 1.6f, 0.4f, 0.8f, 0.3f, 0.1f, 0.3f, 0.10f, 1.5f);
      case SIDE_PART -> new HairCut(4200, 9, 8, 2.2f, 0.4f, 1.5f, 0.35f, 0.15f, 0.15f, 0.11f, 2.1f);
      case SWEPT_BACK ->
          new HairCut(4200, 9, 8, 1.9f, 0.75f, 1.9f, 0.5f, 0.15f, 0.15f, 0.11f, 2.6f);
      case CURLY -> new HairCut(3200, 18, 9.5f, 7, 0.6f, 2.2f, 0.4f, 0.6f, 0.3f, 0.11f, 3.2f);
      case AFRO -> new HairCut(4600, 10, 5.5f, 4.6f, 0.9f, 0.5f, 0.5f, 0.45f, 0.55f, 0.15f, 6);
      case BOB, FRINGE_BOB ->
          new HairCut(4600, 14, 21, 13, 0.2f, 1.2f, 0.25f, 0.15f, 0.06f, 0.11f, 1.6f);
      case LONG_STRAIGHT ->
          new HairCut(4600, 16, 36, 30, 0.2f, 1.2f, 0.25f, 0.15f, 0.05f, 0.12f, 1.5f);
      case LONG_WAVY -> new HairCut(4200, 18, 34, 29, 0.3f, 1.7f, 0.3f, 0.6f, 0.11f, 0.12f, 2.2f);
      case TIED_BACK -> new HairCut(4200, 11, 15, 12, 0.08f, 0.4f, 0.2f, 0.05f, 0.1f, 0.14f, 0.8f);
      case RECEDING -> new HairCut(2800, 5, 2, 1.6f, 0.35f, 0.5f, 0.4f, 0.08f, 0.3f, 0.08f, 0.9f);
    };
  }
}
