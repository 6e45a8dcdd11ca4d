package org.facewright.generation.vec2face.identity;

import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.vector.FloatMatrix;

/**
 * Kept rows, against which new ones are compared fast: how near the nearest is, up to a bounded
 * error. Whoever needs the exact truth looks again where the error could matter. One thread.
 */
public interface Screen extends AutoCloseable {
  /** Largest difference between an answer and the truth, for rows of length 1. */
  float margin();

  /** Adds the first rows of a matrix, each of length 1. */
  void keep(FloatMatrix unit, int count) throws Vec2FaceException;

  /** The highest product of each row with any kept one; -1 while none is kept. */
  float[] nearest(FloatMatrix unit) throws Vec2FaceException;

  @Override
  void close();
}
