package org.facewright.generation.diffusion;

import java.util.Optional;
import org.facewright.generation.diffusion.latent.Guidance;
import org.facewright.generation.diffusion.latent.LatentShape;
import org.facewright.generation.diffusion.latent.NoiseSource;
import org.facewright.generation.diffusion.latent.Pixels;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.DiffusionException.Problem;
import org.facewright.generation.diffusion.schedule.Sampler;

/** Takes latents from noise to picture. The latents are float32 whatever the UNet is. */
public final class Denoiser {
  private final NoisePredictor predictor;
  private final Guidance guidance;
  private final DiffusionListener listener;

  /**
   * A denoiser.
   *
   * @param guidance if it is on, the predictor gets every latent twice
   */
  public Denoiser(NoisePredictor predictor, Guidance guidance, DiffusionListener listener) {
    this.predictor = predictor;
    this.guidance = guidance;
    this.listener = listener;
  }

  /** The finished latents, or nothing if the listener cancelled. */
  public Optional<float[]> run(Sampler sampler, LatentShape shape, NoiseSource noise)
      throws DiffusionException {
    float[] latent = noise.next(shape.all());
    latent = scaled(latent, sampler.initialScale());
    float[] input = new float[latent.length * (guidance.on() ? 2 : 1)];
    float[] seen = new float[latent.length];
    float[] clean = new float[latent.length];
    long start = System.nanoTime();
    for (int step = 0; step < sampler.steps(); step++) {
      if (listener.cancelled()) {
        return Optional.empty();
      }
      sampler.scaleInput(latent, step, seen);
      for (int at = 0; at < input.length; at += seen.length) {
        System.arraycopy(seen, 0, input, at, seen.length);
      }
      float[] predicted = predict(input, sampler, step, shape);
      float[] fresh = sampler.wantsNoise(step) ? noise.next(shape.all()) : null;
      sampler.step(latent, predicted, step, fresh, clean);
      double seconds = (System.nanoTime() - start) / 1e9;
      listener.step(
          new StepReport(step + 1, sampler.steps(), sampler.timestep(step), seconds, clean, shape));
    }
    return listener.cancelled() ? Optional.empty() : Optional.of(latent);
  }

  private static float[] scaled(float[] noise, float scale) {
    float[] latent = new float[noise.length];
    for (int i = 0; i < latent.length; i++) {
      latent[i] = noise[i] * scale;
    }
    return latent;
  }

  private float[] predict(float[] input, Sampler sampler, int step, LatentShape shape)
      throws DiffusionException {
    float[] predicted = predictor.predict(input, sampler.timestep(step));
    if (!Pixels.finite(predicted)) {
      throw new DiffusionException(
          Problem.BROKEN_PICTURE,
          predictor.part().file(),
          "%s gave values that are no numbers at step %d: float16 overflows in it, use a float32"
                  .formatted(predictor.part().file(), step + 1)
              + " export.");
    }
    return guidance.on() ? guidance.combine(predicted, shape.single()) : predicted;
  }
}
