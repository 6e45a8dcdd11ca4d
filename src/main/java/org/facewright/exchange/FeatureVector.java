package org.facewright.exchange;

import java.io.IOException;
import org.facewright.vector.NpyException;
import org.facewright.vector.NpyReader;

/** Reads the one feature vector that a .npy file of a feature folder holds. */
public final class FeatureVector {
  /** Longest vector taken for a feature of one face. */
  public static final int LONGEST = 65_536;

  private FeatureVector() {}

  /**
   * The vector: the file's shape is [n], or 1 in every dimension but one.
   *
   * @throws NpyException if it holds none, several, or numbers that are not finite
   */
  public static float[] read(NpyReader reader, String name) throws IOException {
    long[] shape = reader.header().shape();
    int larger = 0;
    for (long size : shape) {
      larger += size == 1 ? 0 : 1;
    }
    long elements = reader.header().elements();
    if (shape.length == 0 || larger > 1 || elements < 1 || elements > LONGEST) {
      throw new NpyException(name, "it holds no single feature vector");
    }
    float[] vector = reader.floats((int) reader.header().rows());
    for (float value : vector) {
      if (!Float.isFinite(value)) {
        throw new NpyException(name, "its feature vector holds a number that is not finite");
      }
    }
    return vector;
  }
}
