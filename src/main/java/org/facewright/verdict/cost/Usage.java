package org.facewright.verdict.cost;

/**
 * Tokens of one question and its answer, as the server counts them.
 *
 * @param cached those input tokens that the server had in its prompt cache
 */
public record Usage(long input, long cached, long output) {
  public static final Usage NONE = new Usage(0, 0, 0);

  public Usage {
    if (input < 0 || output < 0 || cached < 0 || cached > input) {
      throw new IllegalArgumentException(
          "tokens: %d in, %d of them cached, %d out".formatted(input, cached, output));
    }
  }

  public Usage plus(Usage other) {
    return new Usage(input + other.input, cached + other.cached, output + other.output);
  }
}
