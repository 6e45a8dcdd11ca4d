package org.facewright.generation.vec2face.engine;

import java.util.Arrays;

/**
 * Pictures of the vectors in the body of the request, as they are.
 *
 * @param seeds of each one's mask
 * @param maskRate share of masked tokens
 */
@SuppressWarnings("ArrayRecordComponent")
record DrawWish(long[] seeds, double maskRate) {
  @Override
  public String toString() {
    return "DrawWish" + Arrays.toString(seeds);
  }
}
