package org.facewright.network.pickle;

/**
 * Bounds on what one pickle may cost.
 *
 * @param opcodes most opcodes that are run
 * @param depth deepest nesting of lists, tuples and dictionaries
 */
public record PickleLimits(long opcodes, int depth) {
  public PickleLimits {
    if (opcodes < 1 || depth < 1) {
      throw new IllegalArgumentException("limits of " + opcodes + " opcodes, depth " + depth);
    }
  }

  /** Enough for 600,000 images or 400,000 tensors. */
  public static PickleLimits usual() {
    return new PickleLimits(8_000_000, 64);
  }
}
