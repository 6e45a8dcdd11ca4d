package org.facewright.evaluation;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.facewright.faces.EmbeddedFace;
import org.facewright.faces.EmbeddingPipeline;
import org.facewright.inference.InferenceException;
import org.facewright.vector.FloatMatrix;

/**
 * The features of a verification set's pictures.
 *
 * <p>Every picture must give one: a protocol on the pairs that happen to work is another protocol.
 */
public final class PairFeatures {
  private PairFeatures() {}

  /**
   * Runs a pipeline over pictures to its end.
   *
   * @param pictures how many it will give
   * @param place where a picture lies, for people
   * @param done told how many are done, now and then
   * @return a row of length 1 a picture
   * @throws EvaluationException at the first picture that gives no feature
   */
  public static FloatMatrix of(
      EmbeddingPipeline pipeline,
      int pictures,
      int dim,
      IntFunction<String> place,
      IntConsumer done)
      throws InferenceException, EvaluationException {
    float[] rows = new float[Math.multiplyExact(pictures, dim)];
    int row = 0;
    for (List<EmbeddedFace> batch = pipeline.next(); !batch.isEmpty(); batch = pipeline.next()) {
      for (EmbeddedFace face : batch) {
        switch (face) {
          case EmbeddedFace.Done ok -> System.arraycopy(ok.unit(), 0, rows, row * dim, dim);
          case EmbeddedFace.Failed not ->
              throw new EvaluationException(
                  place.apply(row) + " gives no feature: " + not.sentence());
        }
        row++;
      }
      done.accept(row);
    }
    if (row != pictures) {
      throw new EvaluationException(
          "The set says %,d pictures and holds %,d.".formatted(pictures, row));
    }
    return new FloatMatrix(pictures, dim, rows);
  }
}
