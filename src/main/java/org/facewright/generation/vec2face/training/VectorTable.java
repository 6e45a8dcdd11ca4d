package org.facewright.generation.vec2face.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.facewright.faces.Embedder;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceException;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Npy;

/**
 * The embedding of every picture of a folder, computed once and kept in two files: {@code
 * vectors.npy} with rows of length 1, and {@code vectors.txt} that says of which pictures and which
 * recogniser they are.
 */
public record VectorTable(Path folder) {
  private static final int CHUNK = 64;

  private Path rows() {
    return folder.resolve("vectors.npy");
  }

  private Path list() {
    return folder.resolve("vectors.txt");
  }

  /** The kept vectors if they are these pictures' by this recogniser; else they are computed. */
  public FloatMatrix of(FaceFolder faces, Embedder embedder, IntConsumer progress)
      throws IOException, Vec2FaceException {
    List<String> wanted = new ArrayList<>();
    wanted.add(embedder.model() + " " + embedder.modelHash());
    faces.pictures().forEach(picture -> wanted.add(picture.toString()));
    if (Files.isRegularFile(list())
        && Files.isRegularFile(rows())
        && Files.readAllLines(list()).equals(wanted)) {
      FloatMatrix kept = Npy.matrix(rows());
      if (kept.rows() == faces.size() && kept.columns() == embedder.dim()) {
        return kept;
      }
    }
    FloatMatrix made = compute(faces, embedder, progress);
    Files.createDirectories(folder);
    Npy.write(rows(), made);
    Files.write(list(), wanted);
    return made;
  }

  private static FloatMatrix compute(FaceFolder faces, Embedder embedder, IntConsumer progress)
      throws Vec2FaceException {
    int dim = embedder.dim();
    float[] rows = new float[Math.multiplyExact(faces.size(), dim)];
    ImageDecoder decoder = new ImageDecoder();
    for (int from = 0; from < faces.size(); from += CHUNK) {
      int first = from;
      int count = Math.min(CHUNK, faces.size() - from);
      try {
        List<RgbImage> pictures =
            IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> read(faces.file(first + i), decoder))
                .toList();
        FloatMatrix some = embedder.embed(pictures);
        System.arraycopy(some.values(), 0, rows, from * dim, count * dim);
      } catch (InferenceException | java.io.UncheckedIOException e) {
        throw new Vec2FaceException(String.valueOf(e.getMessage()), e);
      }
      progress.accept(from + count);
    }
    return new FloatMatrix(faces.size(), dim, rows);
  }

  private static RgbImage read(Path file, ImageDecoder decoder) {
    try {
      return decoder.decode(file);
    } catch (ImageException | IOException e) {
      throw new java.io.UncheckedIOException(
          new IOException(file + " is not read: " + e.getMessage(), e));
    }
  }
}
