package org.facewright.verdict.run;

import org.facewright.project.ContentHash;
import org.facewright.verdict.cost.ModelPrice;
import org.facewright.verdict.model.Recipient;
import org.facewright.verdict.prompt.Prompt;

/**
 * What a run asks, whom, and for how much.
 *
 * @param run its name; the same again takes it up where it ended
 * @param model the name answers are cached by
 */
public record RunTerms(
    String run,
    String model,
    boolean simulated,
    Recipient recipient,
    Prompt prompt,
    ModelPrice price,
    RunSettings settings) {
  /** The wording comes from the settings' style. */
  public static RunTerms of(
      String run,
      org.facewright.verdict.model.VisionModel model,
      ModelPrice price,
      RunSettings settings) {
    return new RunTerms(
        run,
        model.name(),
        model.simulated(),
        model.recipient(),
        Prompt.of(settings.style()),
        price,
        settings);
  }

  /** What an answer is cached by: the very picture, every word, and the model. */
  public String key(ContentHash sheet) {
    String all = sheet + "\n" + prompt.hash() + "\n" + model;
    return ContentHash.of(all.getBytes(java.nio.charset.StandardCharsets.UTF_8)).toString();
  }
}
