package org.facewright.training;

/**
 * What one step measured.
 *
 * @param loss mean over the batch
 * @param gradientNorm Euclidean norm over the network's gradients before clipping
 * @param accuracy share of the batch whose largest cosine is its own class's
 * @param featureLength mean length of the features
 */
public record TrainingStep(float loss, float gradientNorm, float accuracy, float featureLength) {
  /** Whether the step's numbers are usable; if not, the script has left every parameter alone. */
  public boolean finite() {
    return Float.isFinite(loss) && Float.isFinite(gradientNorm);
  }
}
