package org.facewright.generation.render;

import java.nio.file.Path;

/** Whether a model that could be read is a face that can be rendered. */
final class FaceKitCheck {
  /** A face with more flat triangles than this share has collapsed somewhere. */
  private static final double FLAT_ALLOWED = 0.01;

  private FaceKitCheck() {}

  static void check(Path source, FaceKit kit) throws FaceKitException {
    if (kit.vertices() < Landmarks.VERTICES_NEEDED) {
      throw new FaceKitException(
          source,
          "only %d vertices, and the landmarks need %d: this is not the ICT face model"
              .formatted(kit.vertices(), Landmarks.VERTICES_NEEDED));
    }
    finite(source, "the neutral face", kit.neutral());
    for (int i = 0; i < kit.modes().size(); i++) {
      sameSize(source, kit, "identity mode " + i, kit.modes().get(i));
      finite(source, "identity mode " + i, kit.modes().get(i));
    }
    triangles(source, kit);
    landmarks(source, kit);
    for (String name : ExpressionBlend.names()) {
      if (!kit.expressions().containsKey(name)) {
        throw new FaceKitException(
            source, "the expression " + name + " is missing; fetch the model again");
      }
    }
  }

  private static void sameSize(Path source, FaceKit kit, String what, float[] xyz)
      throws FaceKitException {
    if (xyz.length != kit.neutral().length) {
      throw new FaceKitException(
          source,
          "%s has %d vertices, the neutral face %d"
              .formatted(what, xyz.length / 3, kit.vertices()));
    }
  }

  private static void finite(Path source, String what, float[] xyz) throws FaceKitException {
    for (int i = 0; i < xyz.length; i++) {
      if (!Float.isFinite(xyz[i])) {
        throw new FaceKitException(
            source, what + " has a vertex that is no number (vertex " + i / 3 + ")");
      }
    }
  }

  private static void triangles(Path source, FaceKit kit) throws FaceKitException {
    int[] t = kit.triangles();
    if (t.length == 0 || kit.materials().length != kit.triangleCount()) {
      throw new FaceKitException(
          source, kit.triangleCount() + " triangles with " + kit.materials().length + " materials");
    }
    int flat = 0;
    for (int i = 0; i < t.length; i++) {
      if (t[i] < 0 || t[i] >= kit.vertices()) {
        throw new FaceKitException(source, "triangle " + i / 3 + " names vertex " + t[i]);
      }
    }
    for (int i = 0; i < t.length; i += 3) {
      if (Geometry.area(kit.neutral(), t[i], t[i + 1], t[i + 2]) < 1e-9f) {
        flat++;
      }
    }
    if (flat > FLAT_ALLOWED * kit.triangleCount()) {
      throw new FaceKitException(
          source,
          "a degenerate mesh: %d of %d triangles have no area"
              .formatted(flat, kit.triangleCount()));
    }
  }

  private static void landmarks(Path source, FaceKit kit) throws FaceKitException {
    float[] five = Landmarks.fivePoints(kit.neutral());
    float eyes = five[3] - five[0];
    float mouthBelow = (five[1] + five[4]) / 2 - (five[10] + five[13]) / 2;
    if (eyes < 1 || mouthBelow < 1) {
      throw new FaceKitException(
          source, "a degenerate mesh: its landmarks do not lie like eyes above a mouth");
    }
  }
}
