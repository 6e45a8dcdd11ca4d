package org.facewright.verdict.model;

import org.facewright.verdict.prompt.Prompt;
import org.facewright.verdict.sheet.DrawnSheet;

/**
 * One sheet and what is asked about it.
 *
 * @param attempt unique for each time it is sent
 * @param idempotencyKey the same again only when the answer before was lost on the way, so that a
 *     server that knows such keys answers without billing again
 */
public record VisionQuestion(
    DrawnSheet sheet, Prompt prompt, String attempt, String idempotencyKey) {
  /** The most tokens the answer may have. */
  public int mostTokens() {
    return prompt.mostTokens(sheet.plan().questioned().size());
  }
}
