package org.facewright.generation.diffusion;

import java.util.ArrayList;
import java.util.List;
import org.facewright.generation.diffusion.latent.LatentShape;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.DiffusionException.Problem;
import org.facewright.generation.diffusion.text.PromptEncoder.Prompt;
import org.jspecify.annotations.Nullable;

/**
 * What is to be drawn.
 *
 * @param prompt what the picture shows
 * @param negative what it must not show; null and "" differ: null is zeros to SDXL, "" the empty
 *     text
 * @param seed of the noise, as in {@code torch.manual_seed}
 * @param batch pictures drawn at once from one noise tensor, 1..16
 * @param settings how
 */
public record PictureRequest(
    String prompt, @Nullable String negative, long seed, int batch, SamplingSettings settings) {
  private static final int MOST_AT_ONCE = 16;
  private static final int SMALLEST = 64;
  private static final int LARGEST = 4096;

  /** One picture. */
  public static PictureRequest of(
      String prompt, @Nullable String negative, long seed, SamplingSettings settings) {
    return new PictureRequest(prompt, negative, seed, 1, settings);
  }

  /** The latents' size. */
  public LatentShape shape() {
    return LatentShape.ofPixels(batch, settings.height(), settings.width());
  }

  /** The prompts that must be encoded for it. */
  List<Prompt> prompts(boolean zerosForNoNegative) {
    List<Prompt> prompts = new ArrayList<>();
    prompts.add(positive());
    if (settings.guidance().on() && !(negative == null && zerosForNoNegative)) {
      prompts.add(negativeOrEmpty());
    }
    return prompts;
  }

  Prompt positive() {
    return new Prompt(prompt, settings.promptWeights());
  }

  Prompt negativeOrEmpty() {
    return new Prompt(negative == null ? "" : negative, settings.promptWeights());
  }

  /** Refuses what no model could draw. */
  public void requireMeetable() throws DiffusionException {
    requireSide("width", settings.width());
    requireSide("height", settings.height());
    if (batch < 1 || batch > MOST_AT_ONCE) {
      throw bad("A batch of %d is not possible: 1 to %d pictures at once.", batch, MOST_AT_ONCE);
    }
    int most = settings.scheduler().mostSteps();
    if (settings.steps() < 1 || settings.steps() > most) {
      throw bad(
          "%s cannot take %d steps: choose 1 to %d.",
          settings.scheduler().text(), settings.steps(), most);
    }
  }

  private static void requireSide(String side, int pixels) throws DiffusionException {
    if (pixels < SMALLEST || pixels > LARGEST) {
      throw bad("A %s of %d is not possible: choose %d to %d.", side, pixels, SMALLEST, LARGEST);
    }
    int odd = pixels % LatentShape.PIXELS;
    if (odd != 0) {
      throw bad(
          "A %s of %d is not possible, it must be a multiple of 8: choose %d or %d.",
          side, pixels, pixels - odd, pixels - odd + LatentShape.PIXELS);
    }
  }

  private static DiffusionException bad(String sentence, Object... values) {
    return new DiffusionException(Problem.BAD_REQUEST, null, sentence.formatted(values));
  }
}
