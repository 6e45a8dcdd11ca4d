package org.facewright.generation.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads ICT-FaceKit's own folder: {@code generic_neutral_mesh.obj}, {@code identity000.obj} to
 * {@code identity099.obj}, and one OBJ an expression, all with the same vertices in the same order.
 */
final class ObjKit {
  static final String NEUTRAL = "generic_neutral_mesh.obj";

  private ObjKit() {}

  static FaceKit read(Path folder) throws FaceKitException {
    Path neutralFile = folder.resolve(NEUTRAL);
    if (!Files.isRegularFile(neutralFile)) {
      throw new FaceKitException(
          folder, "there is no " + NEUTRAL + "; name ICT-FaceKit's folder FaceXModel");
    }
    ObjMesh neutral = ObjMesh.read(neutralFile, true);
    List<Path> identities =
        IntStream.range(0, FaceKit.MODES)
            .mapToObj(i -> folder.resolve("identity%03d.obj".formatted(i)))
            .toList();
    List<Path> expressions =
        ExpressionBlend.names().stream().map(n -> folder.resolve(n + ".obj")).toList();
    for (Path file : Stream.concat(identities.stream(), expressions.stream()).toList()) {
      if (!Files.isRegularFile(file)) {
        throw new FaceKitException(file, "this file is missing; fetch ICT-FaceKit again");
      }
    }
    List<float[]> modes = deltas(identities, neutral.positions());
    List<float[]> moved = deltas(expressions, neutral.positions());
    Map<String, FaceKit.Delta> byName = new TreeMap<>();
    for (int i = 0; i < expressions.size(); i++) {
      byName.put(ExpressionBlend.names().get(i), FaceKit.Delta.of(moved.get(i)));
    }
    return new FaceKit(
        neutral.positions(), modes, byName, neutral.triangles(), neutral.materials());
  }

  /** Parses in parallel (400 MB of text), then reports the first problem in file order. */
  private static List<float[]> deltas(List<Path> files, float[] neutral) throws FaceKitException {
    List<Object> read =
        files.parallelStream()
            .map(
                file -> {
                  try {
                    return (Object) delta(file, neutral);
                  } catch (FaceKitException e) {
                    return e;
                  }
                })
            .toList();
    List<float[]> deltas = new ArrayList<>();
    for (Object result : read) {
      switch (result) {
        case FaceKitException problem -> throw problem;
        case float[] delta -> deltas.add(delta);
        default -> throw new IllegalStateException(result.toString());
      }
    }
    return deltas;
  }

  private static float[] delta(Path file, float[] neutral) throws FaceKitException {
    float[] positions = ObjMesh.read(file, false).positions();
    if (positions.length != neutral.length) {
      throw new FaceKitException(
          file,
          "%d vertices, but the neutral face has %d; fetch ICT-FaceKit again"
              .formatted(positions.length / 3, neutral.length / 3));
    }
    for (int i = 0; i < positions.length; i++) {
      positions[i] -= neutral[i];
      if (Math.abs(positions[i]) < 1e-5f) {
        positions[i] = 0;
      }
    }
    return positions;
  }

  /** Kept apart so that the reader's IOException names its file. */
  static List<String> lines(Path file) throws FaceKitException {
    try {
      return Files.readAllLines(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new FaceKitException(file, "cannot be read: " + e.getMessage(), e);
    }
  }
}
