package org.facewright.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopKTest {
  private static FloatMatrix random(int rows, int columns, long seed) {
    Random random = new Random(seed);
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(5) - 2; // Small whole numbers: sums are exact, ties are common.
    }
    return new FloatMatrix(rows, columns, values);
  }

  @Test
  void findsWhatSortingAllProductsFinds() {
    FloatMatrix queries = random(131, 9, 1);
    FloatMatrix base = random(1100, 9, 2);
    TopK.Found found = TopK.find(queries, base, 7, () -> false);
    for (int query = 0; query < queries.rows(); query++) {
      float[] products = new float[base.rows()];
      for (int row = 0; row < base.rows(); row++) {
        products[row] = Kernels.dot(queries.values(), query * 9, base.values(), row * 9, 9);
      }
      int[] best =
          IntStream.range(0, base.rows())
              .boxed()
              .sorted(Comparator.comparingDouble(row -> -products[row]))
              .limit(7)
              .mapToInt(Integer::intValue)
              .toArray();
      for (int i = 0; i < 7; i++) {
        assertThat(found.rows()[query * 7 + i]).isEqualTo(best[i]);
        assertThat(found.products()[query * 7 + i]).isEqualTo(products[best[i]]);
      }
    }
  }

  @Test
  void leavesPlacesFreeWhereThereAreFewerRows() {
    TopK.Found found = TopK.find(random(1, 4, 1), random(2, 4, 2), 3, () -> false);
    assertThat(found.rows()[2]).isEqualTo(-1);
    assertThat(found.products()[2]).isNaN();
    assertThat(found.rows()[0]).isNotEqualTo(found.rows()[1]).isBetween(0, 1);
  }

  @Test
  void neverReturnsARowWithoutANumber() {
    FloatMatrix base = new FloatMatrix(3, 1, new float[] {Float.NaN, -5, Float.NaN});
    TopK.Found found = TopK.find(new FloatMatrix(1, 1, new float[] {1}), base, 2, () -> false);
    assertThat(found.rows()).containsExactly(1, -1);
  }

  @Test
  void stopsWhenCancelled() {
    assertThatThrownBy(() -> TopK.find(random(1, 4, 1), random(2, 4, 2), 1, () -> true))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void refusesRowsOfDifferentLength() {
    assertThatThrownBy(() -> TopK.find(random(1, 4, 1), random(2, 5, 2), 1, () -> false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5");
  }
}
