package org.facewright.generation.render;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A morphable face model: the USC ICT Face Model Light. Immutable, safe to share between threads.
 *
 * <p>Positions are about centimetres: +x to the subject's left (right in a frontal picture), +y up,
 * +z to the viewer.
 *
 * @param neutral vertices x 3
 * @param modes identity modes, each vertices x 3 deltas, to be weighted by N(0,1)
 * @param expressions expression deltas by name, weighted 0..1
 * @param triangles 3 vertex numbers each, counter-clockwise from outside
 * @param materials one a triangle
 */
@SuppressWarnings("ArrayRecordComponent") // Megabytes, read in inner loops; nobody compares kits.
public record FaceKit(
    float[] neutral,
    List<float[]> modes,
    Map<String, Delta> expressions,
    int[] triangles,
    Material[] materials) {

  /** Identity modes of the published model. */
  public static final int MODES = 100;

  /**
   * The vertices that one expression moves, and how far.
   *
   * @param vertices numbers of the moved vertices
   * @param xyz 3 values each
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Delta(int[] vertices, float[] xyz) {
    /** Keeps what moves: most expressions leave half of the model alone. */
    static Delta of(float[] dense) {
      int moved = 0;
      int[] vertices = new int[dense.length / 3];
      float[] xyz = new float[dense.length];
      for (int v = 0; v < vertices.length; v++) {
        float x = dense[v * 3];
        float y = dense[v * 3 + 1];
        float z = dense[v * 3 + 2];
        if (x != 0 || y != 0 || z != 0) {
          xyz[moved * 3] = x;
          xyz[moved * 3 + 1] = y;
          xyz[moved * 3 + 2] = z;
          vertices[moved++] = v;
        }
      }
      return new Delta(
          java.util.Arrays.copyOf(vertices, moved), java.util.Arrays.copyOf(xyz, moved * 3));
    }

    void addTo(float[] positions, float weight) {
      for (int i = 0; i < vertices.length; i++) {
        int at = vertices[i] * 3;
        positions[at] += weight * xyz[i * 3];
        positions[at + 1] += weight * xyz[i * 3 + 1];
        positions[at + 2] += weight * xyz[i * 3 + 2];
      }
    }
  }

  /**
   * Opens the packed model (.npz) or ICT-FaceKit's own folder of OBJ files, and checks that it can
   * be rendered.
   *
   * @throws FaceKitException if something is missing, cannot be read, or is no face
   */
  public static FaceKit open(Path source) throws FaceKitException {
    if (!Files.exists(source)) {
      throw new FaceKitException(
          source, "there is no such file; name ict_pack.npz or ICT-FaceKit's folder FaceXModel");
    }
    FaceKit kit = Files.isDirectory(source) ? ObjKit.read(source) : NpzKit.read(source);
    FaceKitCheck.check(source, kit);
    return kit;
  }

  public int vertices() {
    return neutral.length / 3;
  }

  public int triangleCount() {
    return triangles.length / 3;
  }
}
