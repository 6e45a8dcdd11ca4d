package org.facewright.generation.render;

/** x' = a x - b y + tx, y' = b x + a y + ty: turn, scale, shift. */
record Similarity(float a, float b, float tx, float ty) {
  /** ArcFace's alignment points in a 112 x 112 picture (insightface, {@code arcface_dst}). */
  private static final float[] ARCFACE = {
    38.2946f, 51.6963f, 73.5318f, 51.5014f, 56.0252f, 71.7366f, 41.5493f, 92.3655f, 70.7299f,
    92.2041f
  };

  /**
   * The least-squares similarity that lays five points on the ArcFace template (Umeyama 1991
   * without reflection; in two dimensions a linear problem).
   *
   * @param points x, y of the five points
   * @param size of the picture; the template scales with it
   */
  static Similarity toTemplate(float[] points, float size) {
    double scale = size / 112;
    double mx = 0;
    double my = 0;
    double nx = 0;
    double ny = 0;
    for (int i = 0; i < 10; i += 2) {
      mx += points[i] / 5;
      my += points[i + 1] / 5;
      nx += ARCFACE[i] * scale / 5;
      ny += ARCFACE[i + 1] * scale / 5;
    }
    double norm = 0;
    double dot = 0;
    double cross = 0;
    for (int i = 0; i < 10; i += 2) {
      double x = points[i] - mx;
      double y = points[i + 1] - my;
      double u = ARCFACE[i] * scale - nx;
      double v = ARCFACE[i + 1] * scale - ny;
      norm += x * x + y * y;
      dot += x * u + y * v;
      cross += x * v - y * u;
    }
    double a = dot / norm;
    double b = cross / norm;
    return new Similarity(
        (float) a, (float) b, (float) (nx - a * mx + b * my), (float) (ny - b * mx - a * my));
  }

  /** Followed by a uniform scaling, such as from pixels to samples. */
  Similarity scaled(float factor) {
    return new Similarity(a * factor, b * factor, tx * factor, ty * factor);
  }
}
