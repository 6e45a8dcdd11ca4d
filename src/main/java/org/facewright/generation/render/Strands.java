package org.facewright.generation.render;

/**
 * Hair as chains of points in head space. Immutable once grown.
 *
 * @param steps points of each strand
 * @param points strands x steps x 3
 * @param width of each strand at its root, cm
 * @param tone brightness of each strand, 1 average
 * @param grey whether each strand is grey, 0..1
 * @param anchors three vertices and two weights a strand for hair that moves with the skin, or
 *     empty
 * @param weights barycentric weights of the second and third vertex, two a strand
 * @param depth how deep in the bulk each strand's root lies, 0 deep to 1 outside
 */
@SuppressWarnings("ArrayRecordComponent")
record Strands(
    int steps,
    float[] points,
    float[] width,
    float[] tone,
    float[] grey,
    int[] anchors,
    float[] weights,
    float[] depth) {

  int count() {
    return width.length;
  }

  static Strands none() {
    return new Strands(
        2,
        new float[0],
        new float[0],
        new float[0],
        new float[0],
        new int[0],
        new float[0],
        new float[0]);
  }
}
