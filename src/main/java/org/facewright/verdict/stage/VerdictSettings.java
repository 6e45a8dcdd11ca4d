package org.facewright.verdict.stage;

import org.facewright.verdict.cost.ModelPrice;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.prompt.AnswerStyle;
import org.facewright.verdict.run.RunSettings;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run of verdicts as a job keeps it.
 *
 * @param run its name: the same again goes on where it ended
 * @param ask which images go to the model
 * @param style the form of the answer; {@link AnswerStyle#PAPER} is the preset "paper" as a whole
 * @param limit the hard budget, in the price table's currency
 * @param price what the model costs by the table as it was when the run began
 * @param pricesAsOf when somebody last checked that table
 * @param simulation answers from a truth file instead of a server's; null for real ones
 */
public record VerdictSettings(
    String run,
    ServerSettings server,
    Ask ask,
    AnswerStyle style,
    int concurrency,
    String limit,
    ModelPrice price,
    String pricesAsOf,
    @Nullable Simulation simulation) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Which images go to the model. */
  public enum Ask {
    /** Those that cleaning found ambiguous. */
    AMBIGUOUS,
    /** Besides, those on which the experts disagree, or agree and none is sure. */
    DISAGREEMENT,
    /** All, as the paper does. */
    ALL
  }

  /**
   * Answers made up for a demonstration.
   *
   * @param truth a CSV file with the columns identity, image, mislabeled
   * @param errorRate share of faces judged wrong, 0..1
   */
  public record Simulation(String truth, double errorRate, long seed) {}

  public VerdictSettings {
    if (!run.matches("[A-Za-z0-9][A-Za-z0-9._ -]{0,99}")) {
      throw new IllegalArgumentException(
          "a run's name has letters, digits, dots, dashes and spaces: " + run);
    }
  }

  public boolean simulated() {
    return simulation != null;
  }

  public RunSettings runSettings() {
    Money money = Money.of(limit);
    RunSettings usual =
        style == AnswerStyle.PAPER ? RunSettings.paper(money) : RunSettings.of(money);
    return new RunSettings(
        usual.sheets(),
        style,
        concurrency,
        usual.answerTries(),
        usual.answerWait(),
        usual.sendTries(),
        usual.firstWait(),
        usual.longestWait(),
        money,
        usual.seed());
  }

  public String toJson() {
    return JSON.writeValueAsString(this);
  }

  static VerdictSettings fromJson(String json) throws JacksonException {
    return JSON.readValue(json, VerdictSettings.class);
  }
}
