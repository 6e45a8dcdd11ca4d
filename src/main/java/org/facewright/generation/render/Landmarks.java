package org.facewright.generation.render;

/** The 68 iBUG landmarks as vertices of the ICT face model, and the five points of alignment. */
final class Landmarks {
  /** Vertex of each landmark, iBUG order, from the model's own annotation. */
  private static final int[] VERTICES = {
    1225, 1888, 1052, 367, 1719, 1722, 2199, 1447, 966, 3661, 4390, 3927, 3924, 2608, 3272, 4088,
    3443, 268, 493, 1914, 2044, 1401, 3615, 4240, 4114, 2734, 2509, 978, 4527, 4942, 4857, 1140,
    2075, 1147, 4269, 3360, 1507, 1542, 1537, 1528, 1518, 1511, 3742, 3751, 3756, 3721, 3725, 3732,
    5708, 5695, 2081, 0, 4275, 6200, 6213, 6346, 6461, 5518, 5957, 5841, 5702, 5711, 5533, 6216,
    6207, 6470, 5517, 5966
  };

  /** Landmarks whose mean is each alignment point: eyes, nose tip, mouth corners. */
  private static final int[][] FIVE = {
    {37, 38, 40, 41}, {43, 44, 46, 47}, {30}, {48, 60}, {54, 64}
  };

  static final int COUNT = VERTICES.length;

  /** Vertices a model must have so that every landmark exists. */
  static final int VERTICES_NEEDED = 6471;

  private Landmarks() {}

  static int vertex(int landmark) {
    return VERTICES[landmark];
  }

  /** The five alignment points of a set of positions: 5 x 3 values. */
  static float[] fivePoints(float[] xyz) {
    float[] points = new float[15];
    for (int i = 0; i < FIVE.length; i++) {
      for (int landmark : FIVE[i]) {
        for (int k = 0; k < 3; k++) {
          points[i * 3 + k] += xyz[VERTICES[landmark] * 3 + k] / FIVE[i].length;
        }
      }
    }
    return points;
  }

  /** All landmarks of a set of positions: 68 x 3 values. */
  static float[] all(float[] xyz) {
    float[] points = new float[COUNT * 3];
    for (int i = 0; i < COUNT; i++) {
      System.arraycopy(xyz, VERTICES[i] * 3, points, i * 3, 3);
    }
    return points;
  }
}
