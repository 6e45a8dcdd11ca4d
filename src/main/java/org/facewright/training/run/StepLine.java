package org.facewright.training.run;

import org.facewright.training.TrainingListener;

/**
 * A step in a run's log.
 *
 * @param step counted from 1
 * @param epoch counted from 1
 * @param stage of the curriculum, counted from 1
 * @param accuracy share of the batch whose nearest class centre is its own
 * @param rate learning rate
 * @param imagesPerSecond of this step, waiting for pictures included
 * @param waited seconds spent waiting for pictures
 * @param gradientNorm before clipping
 * @param featureLength mean length of the features
 */
public record StepLine(
    long step,
    int epoch,
    int stage,
    float loss,
    float accuracy,
    double rate,
    double imagesPerSecond,
    double waited,
    float gradientNorm,
    float featureLength) {
  /**
   * @param epoch that the step belonged to, from 0
   */
  static StepLine of(TrainingListener.Step step, int epoch) {
    return new StepLine(
        step.position().step(),
        epoch + 1,
        step.stage() + 1,
        step.measured().loss(),
        step.measured().accuracy(),
        step.rate(),
        step.pictures() / Math.max(1e-9, step.seconds()),
        step.waited(),
        step.measured().gradientNorm(),
        step.measured().featureLength());
  }
}
