package org.facewright.generation.vec2face.preview;

/**
 * A way in which a vector can be moved.
 *
 * @param id unique among all bases, so that moves outlive a change of the list
 * @param axis of the vectors' length: what a move of 1 adds
 * @param effect how much a move changes, 0 to 1 of the strongest; NaN while nobody knows
 */
@SuppressWarnings("ArrayRecordComponent") // Identity is the id.
record Direction(String id, float[] axis, double effect) {
  /** A coordinate of the vector. */
  static Direction coordinate(int number, int features, double effect) {
    float[] axis = new float[features];
    axis[number] = 1;
    return new Direction("c" + number, axis, effect);
  }
}
