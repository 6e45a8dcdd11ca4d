package org.facewright.faces;

import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceException;
import org.facewright.inference.models.OpenModel;

/** Guesses a face's age. Thread-safe; closing it closes its session. */
public final class AgeEstimator implements AutoCloseable {
  private static final double RANGE = 101;

  private final StagewiseEstimator network;

  public AgeEstimator(OpenModel model) {
    network = new StagewiseEstimator(model);
  }

  /** Years, 0..101. */
  public double years(RgbImage picture, Box face) throws InferenceException {
    return Math.clamp(network.estimate(picture, face) * RANGE, 0, RANGE);
  }

  @Override
  public void close() {
    network.close();
  }
}
