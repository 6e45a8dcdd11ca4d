package org.facewright.generation.render;

/** Where the hair begins, over the neutral head. */
final class Hairline {
  private Hairline() {}

  /**
   * How densely hair covers a point of the neutral head, 0..1.
   *
   * @param degrees from straight ahead
   * @param y height in cm
   * @param ragged -1..1, frays the edge
   */
  static float cover(Identity.Hair hair, float degrees, float y, float ragged) {
    return cover(height(hair, Math.abs(degrees)), crown(hair, Math.abs(degrees)), y, ragged);
  }

  /** The same for a known {@link #height} and {@link #crown}. */
  static float cover(float height, float crown, float y, float ragged) {
    float edge = height + ragged * 0.35f;
    return Smooth.step(edge - 0.15f, edge + 0.55f, y)
        * Smooth.step(crown + 1.2f, crown - 1, y + ragged);
  }

  /** Height above which a receding head is bare, for an angle from straight ahead; else endless. */
  static float crown(Identity.Hair hair, float degrees) {
    return hair.style() == HairStyle.RECEDING
        ? Smooth.curve(degrees, 0, -20, 40, 2, 60, 6.5f, 90, 8, 140, 8.5f, 180, 7)
        : 1000;
  }

  /** Height of the hairline in cm, for an angle from straight ahead of 0..180 degrees. */
  static float height(Identity.Hair hair, float degrees) {
    float back = hair.hairline();
    float front =
        Smooth.curve(
            degrees, 0, 10.6f, 14, 10.9f, 28, 10.5f, 40, 9.3f, 50, 7.4f, 58, 6.2f, 66, 4.4f, 73,
            1.7f, 79, 1.4f, 82, 4.2f, 90, 6, 105, 5.8f, 118, 2, 140, -3, 160, -5, 180, -5.2f);
    float lift = (0.9f * back) * Smooth.step(55, 30, degrees);
    float temples = Math.max(0, back) * 1.5f * Smooth.bump(degrees - 34, 11);
    return front + lift + temples;
  }
}
