package org.facewright.generation.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringTokenizer;

/**
 * The part of a Wavefront OBJ file that a face model needs: positions, polygons split into
 * triangles, material names.
 */
record ObjMesh(float[] positions, int[] triangles, Material[] materials) {

  /**
   * @param withFaces whether to read polygons; expressions only need positions
   */
  static ObjMesh read(Path file, boolean withFaces) throws FaceKitException {
    Builder builder = new Builder();
    int number = 0;
    for (String line : ObjKit.lines(file)) {
      number++;
      try {
        if (line.startsWith("v ")) {
          builder.vertex(line);
        } else if (withFaces && line.startsWith("usemtl ")) {
          builder.material = Material.named(line.substring(7).strip());
        } else if (withFaces && line.startsWith("f ")) {
          builder.polygon(line);
        }
      } catch (RuntimeException e) {
        throw new FaceKitException(file, "line " + number + " cannot be read: " + line.strip(), e);
      }
    }
    if (builder.size == 0) {
      throw new FaceKitException(file, "no vertices in it");
    }
    return builder.build();
  }

  private static final class Builder {
    private float[] positions = new float[3 * 27_000];
    private int size;
    private final List<int[]> triangles = new ArrayList<>();
    private final List<Material> materials = new ArrayList<>();
    private Material material = Material.UNSEEN;

    void vertex(String line) {
      if (size + 3 > positions.length) {
        positions = Arrays.copyOf(positions, positions.length * 2);
      }
      StringTokenizer words = new StringTokenizer(line);
      words.nextToken();
      for (int k = 0; k < 3; k++) {
        positions[size++] = Float.parseFloat(words.nextToken());
      }
    }

    /** A polygon becomes a fan; "f v/vt/vn" counts from 1, or from the end when negative. */
    void polygon(String line) {
      StringTokenizer words = new StringTokenizer(line);
      words.nextToken();
      int[] corners = new int[words.countTokens()];
      for (int i = 0; i < corners.length; i++) {
        String word = words.nextToken();
        int slash = word.indexOf('/');
        int v = Integer.parseInt(slash < 0 ? word : word.substring(0, slash));
        corners[i] = v > 0 ? v - 1 : size / 3 + v;
      }
      for (int i = 2; i < corners.length; i++) {
        triangles.add(new int[] {corners[0], corners[i - 1], corners[i]});
        materials.add(material);
      }
    }

    ObjMesh build() {
      int[] flat = triangles.stream().flatMapToInt(Arrays::stream).toArray();
      return new ObjMesh(Arrays.copyOf(positions, size), flat, materials.toArray(Material[]::new));
    }
  }
}
