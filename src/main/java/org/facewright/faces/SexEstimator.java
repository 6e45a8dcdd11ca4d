package org.facewright.faces;

import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceException;
import org.facewright.inference.models.OpenModel;

/** Guesses a face's sex. Thread-safe; closing it closes its session. */
public final class SexEstimator implements AutoCloseable {
  private final StagewiseEstimator network;

  public SexEstimator(OpenModel model) {
    network = new StagewiseEstimator(model);
  }

  /** Probability of male, 0..1; below .5 is female. */
  public double male(RgbImage picture, Box face) throws InferenceException {
    return Math.clamp(network.estimate(picture, face), 0, 1);
  }

  @Override
  public void close() {
    network.close();
  }
}
