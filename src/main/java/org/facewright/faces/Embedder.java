package org.facewright.faces;

import java.util.List;
import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceException;
import org.facewright.vector.FloatMatrix;

/** Turns aligned faces into vectors whose dot product says how alike they are. Thread-safe. */
public interface Embedder {
  /** Length of a vector, 512 for most recognisers. */
  int dim();

  /** Name of the model in the catalogue. */
  String model();

  /** Sha-256 of the model at its source: two embedders of one hash and dim compute the same. */
  String modelHash();

  /** Pictures that are best given at once. */
  int batch();

  /**
   * Embeds faces.
   *
   * @param aligned 0 or more, each 112 x 112, aligned to the ArcFace template
   * @return one row a face, in order, with the lengths before normalising
   */
  Embeddings embedWithNorms(List<RgbImage> aligned) throws InferenceException;

  /** As {@link #embedWithNorms}, the L2-normalised rows alone. */
  default FloatMatrix embed(List<RgbImage> aligned) throws InferenceException {
    return embedWithNorms(aligned).unit();
  }
}
