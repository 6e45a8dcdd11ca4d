package org.facewright.generation.imagine;

import java.nio.file.Path;
import java.util.Optional;
import org.facewright.generation.diffusion.Preset;
import org.facewright.generation.diffusion.SamplingSettings;
import org.facewright.generation.prompt.PromptPreset;
import org.facewright.generation.prompt.PromptSpace;

/**
 * What the user has set.
 *
 * @param folder of the model, empty until one is chosen
 * @param preset that was taken last
 * @param space axes, weights and negative prompt
 * @param text of the user's own, added to every prompt
 * @param tries pictures for each person before they are given up
 * @param gates what a reference must be
 * @param grow whether references are expanded afterwards
 * @param variants of each reference then
 */
record ImagineForm(
    Optional<Path> folder,
    Preset preset,
    SamplingSettings sampling,
    PromptSpace space,
    String text,
    int count,
    long seed,
    int tries,
    GateForm gates,
    boolean grow,
    int variants) {
  /** What the page starts with. */
  static ImagineForm first() {
    return new ImagineForm(
        Optional.empty(),
        Preset.BASE,
        Preset.BASE.settings(),
        PromptPreset.STANDARD.space(),
        "",
        10,
        1,
        4,
        GateForm.FIRST,
        false,
        GrowWish.USUAL);
  }

  ImagineForm withFolder(Path changed) {
    return new ImagineForm(
        Optional.of(changed),
        preset,
        sampling,
        space,
        text,
        count,
        seed,
        tries,
        gates,
        grow,
        variants);
  }

  /** Takes everything of a preset. */
  ImagineForm withPreset(Preset changed) {
    return new ImagineForm(
        folder,
        changed,
        changed.settings(),
        space,
        text,
        count,
        seed,
        tries,
        gates,
        grow,
        variants);
  }

  ImagineForm withSampling(SamplingSettings changed) {
    return new ImagineForm(
        folder, preset, changed, space, text, count, seed, tries, gates, grow, variants);
  }

  ImagineForm withSpace(PromptSpace changed) {
    return new ImagineForm(
        folder, preset, sampling, changed, text, count, seed, tries, gates, grow, variants);
  }

  ImagineForm withText(String changed) {
    return new ImagineForm(
        folder, preset, sampling, space, changed, count, seed, tries, gates, grow, variants);
  }

  ImagineForm withCount(int changed) {
    return new ImagineForm(
        folder, preset, sampling, space, text, changed, seed, tries, gates, grow, variants);
  }

  ImagineForm withSeed(long changed) {
    return new ImagineForm(
        folder, preset, sampling, space, text, count, changed, tries, gates, grow, variants);
  }

  ImagineForm withTries(int changed) {
    return new ImagineForm(
        folder, preset, sampling, space, text, count, seed, changed, gates, grow, variants);
  }

  ImagineForm withGates(GateForm changed) {
    return new ImagineForm(
        folder, preset, sampling, space, text, count, seed, tries, changed, grow, variants);
  }

  ImagineForm withGrowing(boolean on, int each) {
    return new ImagineForm(
        folder, preset, sampling, space, text, count, seed, tries, gates, on, each);
  }

  /** The space as it is drawn from: with the user's text. */
  PromptSpace whole() {
    return space.withText(text);
  }
}
