package org.facewright.verdict.run;

import java.time.Duration;

/**
 * How batches are cut.
 *
 * @param mostQuestions in one batch
 * @param mostBytes of one file; OpenAI takes up to 200 MB
 * @param createAgainAfter how long a batch whose beginning was not confirmed is looked for before
 *     it is begun again
 */
public record BatchSettings(int mostQuestions, long mostBytes, Duration createAgainAfter) {
  public static final BatchSettings DEFAULT =
      new BatchSettings(2000, 100L << 20, Duration.ofMinutes(10));

  public BatchSettings {
    if (mostQuestions < 1 || mostBytes < 1 || createAgainAfter.isNegative()) {
      throw new IllegalArgumentException("a batch holds at least one question");
    }
  }
}
