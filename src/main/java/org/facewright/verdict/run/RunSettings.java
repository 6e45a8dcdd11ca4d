package org.facewright.verdict.run;

import java.time.Duration;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.prompt.AnswerStyle;
import org.facewright.verdict.sheet.SheetSettings;

/**
 * How a run asks.
 *
 * @param concurrency questions under way at once, 1..200
 * @param answerTries how often a sheet may be asked whose reply is no answer; each is paid
 * @param answerWait between those
 * @param sendTries how often a question may be sent that brings no reply
 * @param firstWait before it is sent again; doubled each time, with jitter
 * @param longestWait at most
 * @param limit the run's hard budget
 * @param seed of the jitter
 */
public record RunSettings(
    SheetSettings sheets,
    AnswerStyle style,
    int concurrency,
    int answerTries,
    Duration answerWait,
    int sendTries,
    Duration firstWait,
    Duration longestWait,
    Money limit,
    long seed) {
  public RunSettings {
    if (concurrency < 1 || concurrency > 200) {
      throw new IllegalArgumentException("concurrency must be 1..200");
    }
    if (answerTries < 1 || sendTries < 1) {
      throw new IllegalArgumentException("a question must be asked at least once");
    }
    if (firstWait.isNegative() || longestWait.compareTo(firstWait) < 0 || answerWait.isNegative()) {
      throw new IllegalArgumentException("waits: 0 <= firstWait <= longestWait");
    }
    if (limit.nano() < 0) {
      throw new IllegalArgumentException("a budget cannot be negative");
    }
  }

  /** Ours: every face judged, half a dozen tries against a busy server. */
  public static RunSettings of(Money limit) {
    return new RunSettings(
        SheetSettings.DEFAULT,
        AnswerStyle.EACH_FACE,
        8,
        3,
        Duration.ZERO,
        6,
        Duration.ofSeconds(1),
        Duration.ofSeconds(60),
        limit,
        1);
  }

  /** The preset "paper": whole identities, a list of numbers, 3 tries 1 s apart, 20 at once. */
  public static RunSettings paper(Money limit) {
    Duration second = Duration.ofSeconds(1);
    return new RunSettings(
        SheetSettings.PAPER, AnswerStyle.PAPER, 20, 3, second, 3, second, second, limit, 1);
  }
}
