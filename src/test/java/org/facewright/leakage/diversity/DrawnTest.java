package org.facewright.leakage.diversity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawnTest {
  private static List<Integer> of(int stream, long seed) {
    Drawn<Integer> drawn = new Drawn<>(100, seed);
    IntStream.range(0, stream).forEach(drawn::take);
    return drawn.all();
  }

  @Test
  void fewAreAllTakenAndOfManyAsManyAsAsked() {
    assertThat(of(7, 1)).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(of(10_000, 1)).hasSize(100).doesNotHaveDuplicates().isEqualTo(of(10_000, 1));
    assertThat(of(10_000, 1)).isNotEqualTo(of(10_000, 2));
  }

  /** 100 of 10,000 by 40 seeds: the mean place lies within five standard errors of the middle. */
  @Test
  void earlyAndLateOnesAreAsLikely() {
    double mean =
        IntStream.range(0, 40)
            .boxed()
            .flatMap(seed -> of(10_000, seed).stream())
            .mapToInt(Integer::intValue)
            .average()
            .orElseThrow();
    assertThat(mean).isBetween(5000 - 5 * 46.0, 5000 + 5 * 46.0);
  }
}
