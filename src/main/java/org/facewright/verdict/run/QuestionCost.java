package org.facewright.verdict.run;

import org.facewright.verdict.cost.ModelPrice;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.cost.Usage;
import org.facewright.verdict.prompt.Prompt;
import org.facewright.verdict.sheet.SheetPlan;

/** What asking about a sheet costs, once: as expected, and at the most. Immutable. */
public final class QuestionCost {
  private final Prompt prompt;
  private final ModelPrice price;
  private final boolean batch;

  public QuestionCost(Prompt prompt, ModelPrice price, boolean batch) {
    this.prompt = prompt;
    this.price = price;
    this.batch = batch;
  }

  public Usage expected(SheetPlan plan) {
    return new Usage(
        prompt.expectedTextTokens() + picture(plan),
        0,
        prompt.expectedTokens(plan.questioned().size()));
  }

  /** No more can be counted: a text has at most as many tokens as bytes, the answer is limited. */
  public Usage most(SheetPlan plan) {
    return new Usage(
        prompt.mostTextTokens() + picture(plan), 0, prompt.mostTokens(plan.questioned().size()));
  }

  private long picture(SheetPlan plan) {
    return price.image().of(plan.layout().width(), plan.layout().height());
  }

  public Money of(Usage usage) {
    return price.cost(usage, batch);
  }

  public Money expectedCost(SheetPlan plan) {
    return of(expected(plan));
  }

  public Money mostCost(SheetPlan plan) {
    return of(most(plan));
  }
}
