package org.facewright.generation.vec2face.training;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.RgbImage;
import org.facewright.network.architecture.Vec2FaceGenerator;
import org.facewright.vector.FloatMatrix;

/**
 * Faces, each with the vector it is drawn from, and which identities are held out to measure on.
 *
 * @param vectors one row a picture
 * @param heldOut whether an identity is kept from training
 */
@SuppressWarnings("ArrayRecordComponent")
public record ConditionedSet(FaceFolder faces, FloatMatrix vectors, boolean[] heldOut) {
  /** Holds out this many identities, chosen by a seed. */
  public static ConditionedSet of(FaceFolder faces, FloatMatrix vectors, int out, long seed)
      throws Vec2FaceException {
    if (vectors.rows() != faces.size()) {
      throw new Vec2FaceException(
          "There are %d vectors for %d pictures.".formatted(vectors.rows(), faces.size()));
    }
    int people = faces.names().size();
    if (out < 0 || out >= people) {
      throw new Vec2FaceException("%d of %d identities cannot be held out.".formatted(out, people));
    }
    int[] order = shuffled(IntStream.range(0, people).toArray(), seed);
    boolean[] held = new boolean[people];
    Arrays.stream(order, 0, out).forEach(person -> held[person] = true);
    return new ConditionedSet(faces, vectors, held);
  }

  /** Pictures to train on, or those held out. */
  public int[] pictures(boolean held) {
    return IntStream.range(0, faces.size())
        .filter(picture -> heldOut[faces.identity()[picture]] == held)
        .toArray();
  }

  /** The order of an epoch. */
  public int[] epoch(int epoch, long seed) {
    return shuffled(pictures(false), seed + 0x9E3779B97F4A7C15L * (epoch + 1));
  }

  static int[] shuffled(int[] numbers, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = numbers.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int held = numbers[i];
      numbers[i] = numbers[other];
      numbers[other] = held;
    }
    return numbers;
  }

  /** Reads a picture; other sizes than 112 x 112 are refused. */
  public RgbImage read(int picture, ImageDecoder decoder) throws IOException {
    try {
      RgbImage image = decoder.decode(faces.file(picture));
      if (image.width() != Vec2FaceGenerator.SIDE || image.height() != Vec2FaceGenerator.SIDE) {
        throw new IOException(
            "%s is %d x %d instead of 112 x 112. Align the set first."
                .formatted(faces.file(picture), image.width(), image.height()));
      }
      return image;
    } catch (ImageException e) {
      throw new IOException(faces.file(picture) + " is no picture: " + e.getMessage(), e);
    }
  }

  /** The vectors of some pictures. */
  public FloatMatrix vectors(int[] pictures) {
    int dim = vectors.columns();
    float[] rows = new float[pictures.length * dim];
    for (int i = 0; i < pictures.length; i++) {
      System.arraycopy(vectors.values(), pictures[i] * dim, rows, i * dim, dim);
    }
    return new FloatMatrix(pictures.length, dim, rows);
  }
}
