package org.facewright.generation.vec2face.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.facewright.faces.Embedder;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.generation.vec2face.variant.HalvingBatches;
import org.facewright.generation.vec2face.variant.Mix;
import org.facewright.generation.vec2face.variant.Perturbation;
import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceException;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;

/**
 * Draws faces from vectors and asks the recogniser of the vectors who they are. One thread.
 *
 * @param embedder the recogniser that the generator's vectors are of
 * @param maskRate share of tokens to mask
 * @param seed of masks and noise
 */
public record GeneratorMeasure(
    HalvingBatches batches, Embedder embedder, double maskRate, long seed) {
  /**
   * Cosines of what was drawn with what was asked for.
   *
   * @param lowest tenth of them lie below
   */
  public record Likeness(int count, double mean, double lowest, double shareAbove05) {
    static Likeness of(double[] cosines) {
      double[] sorted = cosines.clone();
      Arrays.sort(sorted);
      return new Likeness(
          sorted.length,
          Arrays.stream(sorted).average().orElse(Double.NaN),
          sorted.length == 0 ? Double.NaN : sorted[sorted.length / 10],
          Arrays.stream(sorted).filter(cosine -> cosine > .5).count()
              / (double) Math.max(1, sorted.length));
    }
  }

  /**
   * What variants of one amount come to.
   *
   * @param toReference mean cosine of a variant's face with the reference vector
   * @param among mean cosine of two variants of one reference
   */
  public record VariantRow(double sigma, double toReference, double among) {}

  /** The face of each vector, in order. */
  public List<RgbImage> draw(FloatMatrix vectors) throws Vec2FaceException {
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < vectors.rows(); row++) {
      rows.add(vectors.row(row));
    }
    long[] seeds =
        LongStream.range(0, rows.size())
            .map(row -> new SplittableRandom(seed + row).nextLong())
            .toArray();
    return batches.draw(rows, seeds, maskRate);
  }

  /** Who the drawn faces are: unit rows. */
  public FloatMatrix embedded(List<RgbImage> faces) throws Vec2FaceException {
    int dim = embedder.dim();
    float[] values = new float[Math.multiplyExact(faces.size(), dim)];
    try {
      for (int from = 0; from < faces.size(); from += embedder.batch()) {
        int to = Math.min(faces.size(), from + embedder.batch());
        FloatMatrix some = embedder.embed(faces.subList(from, to));
        System.arraycopy(some.values(), 0, values, from * dim, some.values().length);
      }
    } catch (InferenceException e) {
      throw new Vec2FaceException(String.valueOf(e.getMessage()), e);
    }
    return new FloatMatrix(faces.size(), dim, values);
  }

  /** How far the faces of vectors are the people of the vectors. */
  public Likeness reconstruction(FloatMatrix vectors) throws Vec2FaceException {
    FloatMatrix seen = embedded(draw(vectors));
    double[] cosines = new double[vectors.rows()];
    for (int row = 0; row < cosines.length; row++) {
      cosines[row] = Kernels.cosine(vectors.row(row), seen.row(row));
    }
    return Likeness.of(cosines);
  }

  /**
   * Variants of references by Gaussian noise.
   *
   * @param sigma deviation of each coordinate's noise
   * @param each variants of a reference, at least 2
   */
  public VariantRow variants(FloatMatrix references, double sigma, int each)
      throws Vec2FaceException {
    Perturbation noise = new Perturbation.Gaussian(Mix.of(sigma));
    double toReference = 0;
    double among = 0;
    for (int row = 0; row < references.rows(); row++) {
      float[] reference = references.row(row);
      FloatMatrix seen = embedded(draw(moved(reference, noise, sigma, each, row)));
      for (int i = 0; i < each; i++) {
        toReference += Kernels.cosine(reference, seen.row(i)) / each;
      }
      float[] pairs = new float[Math.toIntExact(Kernels.pairCount(each))];
      Kernels.pairs(seen.values(), 0, each, seen.columns(), pairs);
      for (float pair : pairs) {
        among += pair / (double) pairs.length;
      }
    }
    return new VariantRow(sigma, toReference / references.rows(), among / references.rows());
  }

  /** Vectors of the variants of one reference. */
  public FloatMatrix moved(
      float[] reference, Perturbation noise, double amount, int each, long person) {
    float[] values = new float[each * reference.length];
    SplittableRandom random = new SplittableRandom(new SplittableRandom(seed ^ ~person).nextLong());
    for (int i = 0; i < each; i++) {
      System.arraycopy(
          noise.move(reference, amount, random), 0, values, i * reference.length, reference.length);
    }
    return new FloatMatrix(each, reference.length, values);
  }
}
