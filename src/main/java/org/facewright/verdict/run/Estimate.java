package org.facewright.verdict.run;

import java.util.function.Predicate;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.cost.Usage;
import org.facewright.verdict.sheet.SheetPlan;

/**
 * What a run will cost.
 *
 * @param sheets that must be asked about
 * @param free sheets that have an answer from before
 * @param pictures faces that are sent, references included
 * @param questioned faces that are judged
 * @param expected with every sheet answered at the first try
 * @param most the same with every answer as long as it may be
 */
public record Estimate(
    int sheets, int free, int pictures, int questioned, Usage tokens, Money expected, Money most) {
  private static final Estimate NOTHING =
      new Estimate(0, 0, 0, 0, Usage.NONE, Money.ZERO, Money.ZERO);

  /**
   * @param answered whether a sheet has its answer already
   */
  public static Estimate of(
      Iterable<SheetPlan> plans, QuestionCost cost, Predicate<SheetPlan> answered) {
    Estimate sum = NOTHING;
    for (SheetPlan plan : plans) {
      sum = answered.test(plan) ? sum.plusFree() : sum.plus(plan, cost);
    }
    return sum;
  }

  private Estimate plusFree() {
    return new Estimate(sheets, free + 1, pictures, questioned, tokens, expected, most);
  }

  private Estimate plus(SheetPlan plan, QuestionCost cost) {
    return new Estimate(
        sheets + 1,
        free,
        pictures + plan.faces().size(),
        questioned + plan.questioned().size(),
        tokens.plus(cost.expected(plan)),
        expected.plus(cost.expectedCost(plan)),
        most.plus(cost.mostCost(plan)));
  }
}
