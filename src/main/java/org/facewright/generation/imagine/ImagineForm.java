package org.facewright.generation.imagine;

import java.nio.file.Path;
import java.util.Optional;
import org.facewright.generation.diffusion.Preset;
import org.facewright.generation.diffusion.SamplingSettings;
import org.facewright.generation.prompt.PromptSpace;

/**
 * What the user has set.
 *
 * @param folder of the model, empty until one is chosen
 * @param preset that was taken last
 * @param space axes, weights and negative prompt
 * @param text of the user's own, added to every prompt
 */
record ImagineForm(
    Optional<Path> folder,
    Preset preset,
    SamplingSettings sampling,
    PromptSpace space,
    String text,
    int count,
    long seed,
    int tries) {
  ImagineForm withFolder(Path changed) {
    return new ImagineForm(Optional.of(changed), preset, sampling, space, text, count, seed, tries);
  }

  /** Takes everything of a preset. */
  ImagineForm withPreset(Preset changed) {
    return new ImagineForm(folder, changed, changed.settings(), space, text, count, seed, tries);
  }

  ImagineForm withSampling(SamplingSettings changed) {
    return new ImagineForm(folder, preset, changed, space, text, count, seed, tries);
  }

  ImagineForm withSpace(PromptSpace changed) {
    return new ImagineForm(folder, preset, sampling, changed, text, count, seed, tries);
  }

  ImagineForm withText(String changed) {
    return new ImagineForm(folder, preset, sampling, space, changed, count, seed, tries);
  }

  ImagineForm withCount(int changed) {
    return new ImagineForm(folder, preset, sampling, space, text, changed, seed, tries);
  }

  ImagineForm withSeed(long changed) {
    return new ImagineForm(folder, preset, sampling, space, text, count, changed, tries);
  }

  /** The space as it is drawn from: with the user's text. */
  PromptSpace whole() {
    return space.withText(text);
  }
}
