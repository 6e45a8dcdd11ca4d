package org.facewright.generation.diffusion;

import org.facewright.generation.diffusion.latent.LatentShape;
import org.facewright.generation.diffusion.latent.PreviewMap;
import org.facewright.image.RgbImage;

/**
 * A step was taken.
 *
 * @param done steps taken so far, 1 or more
 * @param steps of the whole run
 * @param timestep the noise level it was taken at
 * @param seconds that all steps so far have taken
 * @param estimate of the finished latents; overwritten by the next step, so previews are drawn
 *     inside the listener
 * @param shape of the latents
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers: compared by nobody.
public record StepReport(
    int done, int steps, float timestep, double seconds, float[] estimate, LatentShape shape) {
  /** A rough picture, an eighth of the sides; costs a few microseconds for each latent row. */
  public RgbImage preview(int index) {
    return PreviewMap.preview(estimate, shape, index);
  }

  /** How long the steps to come will take at the pace so far. */
  public double secondsLeft() {
    return seconds / done * (steps - done);
  }
}
