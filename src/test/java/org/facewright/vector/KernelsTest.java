package org.facewright.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelsTest {
  private final KernelSet reference = new ScalarKernels();
  private final KernelSet simd = new SimdKernels();

  private static float[] rows(int count, int columns, long seed) {
    Random random = new Random(seed);
    float[] rows = new float[count * columns];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < count; i++) {
      Kernels.normalise(rows, i * columns, columns);
    }
    return rows;
  }

  @ParameterizedTest
  @CsvSource({"0,1,512", "1,0,7", "1,1,1", "2,3,16", "5,4,33", "9,13,128", "50,50,512", "7,1,500"})
  void simdEqualsTheReference(int aRows, int bRows, int columns) {
    float[] a = rows(aRows + 2, columns, 1);
    float[] b = rows(bRows + 3, columns, 2);
    float[] expected = new float[aRows * bRows];
    float[] actual = new float[aRows * bRows];
    reference.products(a, 2, aRows, b, 3, bRows, columns, expected);
    simd.products(a, 2, aRows, b, 3, bRows, columns, actual);
    assertThat(actual).containsExactly(expected, within(2e-6f));

    int pairs = (int) Kernels.pairCount(aRows);
    expected = new float[pairs];
    actual = new float[pairs];
    reference.pairs(a, 2, aRows, columns, expected);
    simd.pairs(a, 2, aRows, columns, actual);
    assertThat(actual).containsExactly(expected, within(2e-6f));
    assertThat(simd.dot(a, columns, b, 0, columns))
        .isCloseTo(reference.dot(a, columns, b, 0, columns), within(2e-6f));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "31", "32", "33", "49", "63", "64"})
  void bothTellTheSameValuesThatReachABound(int count) {
    short[] values = new short[70];
    Random random = new Random(3);
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) random.nextInt(-3, 3);
    }
    values[8] = Short.MIN_VALUE;
    values[9] = Short.MAX_VALUE;
    for (int start = 0; start <= values.length - count; start++) {
      for (short least : new short[] {-20_000, -1, 0, 2, Short.MAX_VALUE}) {
        long expected = 0;
        for (int i = 0; i < count; i++) {
          expected |= values[start + i] >= least ? 1L << i : 0;
        }
        assertThat(reference.atLeast(values, start, count, least)).isEqualTo(expected);
        assertThat(simd.atLeast(values, start, count, least)).isEqualTo(expected);
      }
    }
    assertThatThrownBy(() -> Kernels.atLeast(values, 70 - count, count + 1, (short) 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bothTurnBitsAboutTheirDiagonal() {
    long[] square = new Random(4).longs(64).toArray();
    for (KernelSet kernels : new KernelSet[] {reference, simd}) {
      long[] turned = square.clone();
      kernels.transpose(turned);
      for (int i = 0; i < 64; i++) {
        for (int j = 0; j < 64; j++) {
          assertThat(turned[j] >>> i & 1).isEqualTo(square[i] >>> j & 1);
        }
      }
    }
    assertThatThrownBy(() -> Kernels.transpose(new long[63]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"1", "15", "16", "17", "128", "500", "512"})
  void theExactProductHasTheSameBitsInBoth(int columns) {
    float[] rows = rows(40, columns, 5);
    for (int i = 0; i < 39; i++) {
      float expected = reference.exactDot(rows, i * columns, rows, (i + 1) * columns, columns);
      assertThat(simd.exactDot(rows, i * columns, rows, (i + 1) * columns, columns))
          .isEqualTo(expected);
      assertThat(expected)
          .isCloseTo(
              reference.dot(rows, i * columns, rows, (i + 1) * columns, columns), within(2e-6f));
    }
  }

  @Test
  void exactProductsWithManyRowsAreThoseWithEach() {
    float[] rows = rows(40, 35, 6);
    for (int count : new int[] {1, 2, 4, 7}) {
      float[] many = new float[count];
      simd.exactDots(rows, 35, rows, 70, 105, count, 35, many);
      for (int i = 0; i < count; i++) {
        assertThat(many[i]).isEqualTo(reference.exactDot(rows, 35, rows, 70 + 105 * i, 35));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1,1", "5,7,33", "13,64,128", "6,63,512"})
  void maximaOverPanelsAreThoseOfTheProducts(int aRows, int bRows, int columns) {
    float[] a = rows(aRows + 1, columns, 8);
    float[] b = rows(bRows + 2, columns, 9);
    float[] panel = new float[Kernels.PANEL * columns];
    Kernels.pack(b, 2, bRows, columns, panel);
    for (KernelSet kernels : new KernelSet[] {reference, simd}) {
      float[] best = new float[(aRows + 1) * Kernels.PANEL];
      java.util.Arrays.fill(best, -.05f);
      kernels.maxima(a, 1, aRows, panel, columns, best);
      for (int i = 0; i <= aRows; i++) {
        for (int j = 0; j < Kernels.PANEL; j++) {
          float product =
              j < bRows ? reference.dot(a, i * columns, b, (j + 2) * columns, columns) : 0;
          assertThat(best[i * Kernels.PANEL + j])
              .isCloseTo(i == 0 ? -.05f : Math.max(-.05f, product), within(2e-6f));
        }
      }
    }
  }

  @Test
  void pairsLieWherePairIndexSays() {
    int count = 11;
    float[] rows = rows(count, 20, 3);
    float[] packed = new float[(int) Kernels.pairCount(count)];
    Kernels.pairs(rows, 0, count, 20, packed);
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        assertThat(packed[Kernels.pairIndex(i, j, count)])
            .isCloseTo(reference.dot(rows, i * 20, rows, j * 20, 20), within(1e-6f));
      }
    }
  }

  @Test
  void rowsWithoutADirectionBecomeZero() {
    float[] rows = {3, 4, 0, 0, Float.NaN, 1, Float.POSITIVE_INFINITY, 0};
    assertThat(Kernels.normalise(rows, 0, 2)).isTrue();
    assertThat(Kernels.normalise(rows, 2, 2)).isFalse();
    assertThat(Kernels.normalise(rows, 4, 2)).isFalse();
    assertThat(Kernels.normalise(rows, 6, 2)).isFalse();
    assertThat(rows).containsExactly(.6f, .8f, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void normalisesRowsWhoseSquaresLeaveTheFloatRange() {
    float[] huge = {3e38f, 3e38f};
    float[] tiny = {1e-40f, 1e-40f};
    assertThat(Kernels.normalise(huge, 0, 2)).isTrue();
    assertThat(Kernels.normalise(tiny, 0, 2)).isTrue();
    assertThat(huge).containsExactly(new float[] {.7071f, .7071f}, within(1e-4f));
    assertThat(tiny).containsExactly(new float[] {.7071f, .7071f}, within(1e-4f));
  }

  @Test
  void cosineIgnoresLength() {
    assertThat(Kernels.cosine(new float[] {2, 0}, new float[] {5, 5}))
        .isCloseTo(.70710f, within(1e-4f));
    assertThat(Kernels.cosine(new float[] {0, 0}, new float[] {5, 5})).isZero();
    assertThatThrownBy(() -> Kernels.cosine(new float[2], new float[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesArraysThatAreTooSmall() {
    assertThatThrownBy(() -> Kernels.pairs(new float[10], 0, 6, 2, new float[15]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> Kernels.products(new float[4], 0, 2, new float[4], 0, 2, 2, new float[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
