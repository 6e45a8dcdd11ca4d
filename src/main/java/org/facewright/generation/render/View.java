package org.facewright.generation.render;

/**
 * From head space to camera space to the picture: a rotation about the pivot inside the head, a
 * perspective along z, then a similarity in the picture plane. Immutable.
 *
 * <p>Camera space has its origin at the pivot and looks at it from +z; units are centimetres.
 */
final class View {
  /** Roughly where a neck turns the face about. */
  private static final float PIVOT_Z = 1;

  /** A face half filling a 24 mm high frame stands this far away for each millimetre of lens. */
  private static final float CM_PER_MM = 1.67f;

  /** Below the jaw a neck bends: what is this high turns with the head, that low with the body. */
  private static final float NECK_TOP = -5;

  private static final float NECK_BASE = -13;

  private final float[] rotation;
  private final float[] body;
  final float distance;
  private final float a;
  private final float b;
  private final float tx;
  private final float ty;

  private View(float[] rotation, float[] body, float distance, Similarity plane) {
    this.rotation = rotation;
    this.body = body;
    this.distance = distance;
    this.a = plane.a();
    this.b = plane.b();
    this.tx = plane.tx();
    this.ty = plane.ty();
  }

  /** A view whose picture plane is still in centimetres. */
  static View of(Shot.Pose pose, float focal) {
    return new View(
        rotation(pose.yaw(), pose.pitch(), pose.roll()),
        rotation(pose.yaw() * 0.5, pose.pitch() * 0.2, pose.roll() * 0.3),
        focal * CM_PER_MM,
        new Similarity(1, 0, 0, 0));
  }

  /** The same view, its picture plane mapped to samples of a picture. */
  View onto(Similarity plane) {
    return new View(rotation, body, distance, plane);
  }

  /** Row-major; yaw first, then pitch, then roll, in degrees as {@link Shot.Pose} has them. */
  static float[] rotation(double yaw, double pitch, double roll) {
    double y = Math.toRadians(yaw);
    double p = Math.toRadians(-pitch);
    double r = Math.toRadians(-roll);
    double cy = Math.cos(y);
    double sy = Math.sin(y);
    double cp = Math.cos(p);
    double sp = Math.sin(p);
    double cr = Math.cos(r);
    double sr = Math.sin(r);
    double[] m = {
      cr * cy - sr * sp * sy,
      -sr * cp,
      cr * sy + sr * sp * cy,
      sr * cy + cr * sp * sy,
      cr * cp,
      sr * sy - cr * sp * cy,
      -cp * sy,
      sp,
      cp * cy
    };
    float[] rotation = new float[9];
    for (int i = 0; i < 9; i++) {
      rotation[i] = (float) m[i];
    }
    return rotation;
  }

  /** Head space to camera space. */
  float[] toCamera(float[] head) {
    float[] out = new float[head.length];
    float[] m = rotation;
    for (int i = 0; i < head.length; i += 3) {
      float x = head[i];
      float y = head[i + 1];
      float z = head[i + 2] - PIVOT_Z;
      out[i] = m[0] * x + m[1] * y + m[2] * z;
      out[i + 1] = m[3] * x + m[4] * y + m[5] * z;
      out[i + 2] = m[6] * x + m[7] * y + m[8] * z;
      if (y < NECK_TOP) {
        bend(x, y, z, out, i);
      }
    }
    return out;
  }

  private void bend(float x, float y, float z, float[] out, int i) {
    float t = Smooth.step(NECK_TOP, NECK_BASE, y);
    float[] m = body;
    out[i] += (m[0] * x + m[1] * y + m[2] * z - out[i]) * t;
    out[i + 1] += (m[3] * x + m[4] * y + m[5] * z - out[i + 1]) * t;
    out[i + 2] += (m[6] * x + m[7] * y + m[8] * z - out[i + 2]) * t;
  }

  /** A direction of head space in camera space: component {@code k} of the result. */
  float turn(int k, float x, float y, float z) {
    return rotation[k * 3] * x + rotation[k * 3 + 1] * y + rotation[k * 3 + 2] * z;
  }

  /** Camera space to the picture: x, y in samples, and nearness (bigger is nearer). */
  float[] toPicture(float[] camera) {
    float[] out = new float[camera.length];
    for (int i = 0; i < camera.length; i += 3) {
      float near = distance / Math.max(1, distance - camera[i + 2]);
      float u = camera[i] * near;
      float v = -camera[i + 1] * near;
      out[i] = a * u - b * v + tx;
      out[i + 1] = b * u + a * v + ty;
      out[i + 2] = near;
    }
    return out;
  }

  /** Samples per centimetre at the pivot. */
  float scale() {
    return (float) Math.sqrt(a * a + b * b);
  }
}
