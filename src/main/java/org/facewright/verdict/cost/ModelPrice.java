package org.facewright.verdict.cost;

/**
 * One line of the price table.
 *
 * @param model the name sent to the server
 * @param input price of a million input tokens
 * @param cachedInput of a million of those the server had cached
 * @param output of a million output tokens
 * @param batchFactor what a batch costs of that, 0.5 at OpenAI
 * @param image how pictures are counted
 */
public record ModelPrice(
    String model,
    Money input,
    Money cachedInput,
    Money output,
    double batchFactor,
    ImageTokens image) {
  public ModelPrice {
    if (input.nano() < 0 || cachedInput.nano() < 0 || output.nano() < 0) {
      throw new IllegalArgumentException(model + ": a price is negative");
    }
    if (!(batchFactor > 0 && batchFactor <= 1)) {
      throw new IllegalArgumentException(model + ": batchFactor must be above 0 and at most 1");
    }
  }

  /** What these tokens cost, rounded up. */
  public Money cost(Usage usage, boolean batch) {
    Money full =
        input
            .forTokens(usage.input() - usage.cached())
            .plus(cachedInput.forTokens(usage.cached()))
            .plus(output.forTokens(usage.output()));
    return batch ? full.times(batchFactor) : full;
  }
}
