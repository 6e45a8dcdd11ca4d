package org.facewright.generation.render;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * How independent pieces of one picture are worked on: one after the other where many pictures are
 * rendered side by side, spread over the cores for a single preview. The result is the same.
 */
enum Rows {
  ONE_BY_ONE,
  SPREAD;

  void each(int count, IntConsumer work) {
    IntStream range = IntStream.range(0, count);
    (this == SPREAD ? range.parallel() : range).forEach(work);
  }
}
