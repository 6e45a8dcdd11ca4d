package org.facewright.generation.render;

/** Something that can be seen: drawn into the buffer by number, then asked about single points. */
interface Layer {
  /** How many numbers it needs. */
  int items();

  /** Casts its shadow. */
  void cast(ShadowMap shadow);

  /**
   * @param first number of its first item
   */
  void draw(VisibilityBuffer buffer, View view, int first);

  /**
   * Describes a visible point.
   *
   * @param item number within the layer
   * @param second as the buffer has it
   * @param third as the buffer has it
   */
  void describe(int item, float second, float third, Surfel out);
}
