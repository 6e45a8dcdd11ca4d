package org.facewright.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One question to a language model and what came of it.
 *
 * @param attempt unique for each time it was sent
 * @param faces on the sheet that were in question
 * @param recipient who got the picture
 * @param sheet SHA-256 of the picture the model saw; kept under {@code runs/verdicts/sheet}
 * @param prompt SHA-256 of the wording
 * @param batch the batch it went with, null if it went alone
 * @param reply SHA-256 of the raw reply, null if none came
 * @param servedBy the model's name as the server said it
 * @param costNano in billionths of the price table's currency
 * @param problem why there is no answer, null if there is one
 */
public record VerdictCall(
    String attempt,
    String run,
    Instant asked,
    String identity,
    int faces,
    String model,
    boolean simulated,
    String recipient,
    String sheet,
    String prompt,
    @Nullable String batch,
    Outcome outcome,
    @Nullable String reply,
    @Nullable String servedBy,
    long inputTokens,
    long cachedTokens,
    long outputTokens,
    long costNano,
    long latencyMillis,
    @Nullable String problem) {
  /** How far it came. */
  public enum Outcome {
    UNDER_WAY,
    ANSWERED,
    /** A reply that is paid and no answer. */
    REFUSED,
    FAILED
  }
}
