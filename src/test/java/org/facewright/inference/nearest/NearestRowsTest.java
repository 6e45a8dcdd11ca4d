package org.facewright.inference.nearest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.network.Precision;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;
import org.junit.jupiter.api.Test;

class NearestRowsTest {
  private static final float[] LIMITS = {.5f, .7f};

  private static FloatMatrix rows(int count, int dim, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[count * dim];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    for (int row = 0; row < count; row++) {
      Kernels.normalise(values, row * dim, dim);
    }
    return new FloatMatrix(count, dim, values);
  }

  /** By the definition, pair by pair. */
  private static Nearest naive(FloatMatrix queries, FloatMatrix base, int k) {
    int n = queries.rows();
    int dim = queries.columns();
    Nearest found = new Nearest(k, new long[n * k], new float[n * k], new long[2][n]);
    for (int q = 0; q < n; q++) {
      float[] all = new float[base.rows()];
      for (int row = 0; row < all.length; row++) {
        all[row] = Kernels.exactDot(queries.values(), q * dim, base.values(), row * dim, dim);
        found.above()[0][q] += all[row] > .5f ? 1 : 0;
        found.above()[1][q] += all[row] > .7f ? 1 : 0;
      }
      List<Integer> order =
          IntStream.range(0, all.length)
              .boxed()
              .sorted(
                  Comparator.comparingDouble((Integer i) -> -all[i])
                      .thenComparing(Comparator.naturalOrder()))
              .toList();
      for (int i = 0; i < k; i++) {
        found.rows()[q * k + i] = i < order.size() ? order.get(i) : -1;
        found.similarities()[q * k + i] = i < order.size() ? all[order.get(i)] : Float.NaN;
      }
    }
    return found;
  }

  private static Nearest search(Screen screen, FloatMatrix queries, FloatMatrix base, int k)
      throws Exception {
    try (screen) {
      NearestRows search = new NearestRows(queries, k, LIMITS, screen);
      int dim = base.columns();
      // In uneven pieces, so that windows are cut off and begin within.
      for (int from = 0; from < base.rows(); from += 9001) {
        int count = Math.min(9001, base.rows() - from);
        float[] piece =
            java.util.Arrays.copyOfRange(base.values(), from * dim, (from + count) * dim);
        search.compare(piece, count, from);
      }
      return search.found();
    }
  }

  private static void assertSame(Nearest got, Nearest expected) {
    assertThat(got.rows()).isEqualTo(expected.rows());
    assertThat(got.similarities()).isEqualTo(expected.similarities());
    assertThat(got.above()).isDeepEqualTo(expected.above());
  }

  private static void assertAllWays(FloatMatrix queries, FloatMatrix base, int k) throws Exception {
    Nearest expected = naive(queries, base, k);
    int dim = base.columns();
    assertSame(search(new KernelScreen(dim), queries, base, k), expected);
    try (TorchEngine engine = new TorchEngine(1)) {
      for (Precision precision : Precision.values()) {
        Screen screen = new TorchScreen(engine, queries.rows(), dim, precision);
        assertSame(search(screen, queries, base, k), expected);
      }
    }
  }

  @Test
  void everyWayGivesWhatTheDefinitionGives() throws Exception {
    assertAllWays(rows(70, 64, 1), rows(12_000, 64, 2), 3);
  }

  @Test
  void manyPairsAboveTheLimitsAreAllCounted() throws Exception {
    FloatMatrix queries = rows(20, 6, 3);
    FloatMatrix base = rows(3000, 6, 4);
    assertThat(naive(queries, base, 2).above()[0][0]).isGreaterThan(100);
    assertAllWays(queries, base, 2);
  }

  @Test
  void ofEqualRowsTheLowerNumberComesFirstWhereverItLies() throws Exception {
    FloatMatrix base = rows(10_000, 32, 5);
    for (int twin : new int[] {4000, 8191, 8192, 9000, 9001, 9999}) {
      System.arraycopy(base.values(), 17 * 32, base.values(), twin * 32, 32);
    }
    FloatMatrix query = new FloatMatrix(1, 32, base.row(17));
    Nearest found = search(new KernelScreen(32), query, base, 5);
    assertThat(found.rows()).containsExactly(17, 4000, 8191, 8192, 9000);
    assertAllWays(query, base, 5);
  }

  @Test
  void fewerRowsThanWantedLeaveFreePlaces() throws Exception {
    assertAllWays(rows(3, 16, 6), rows(2, 16, 7), 4);
    List<Long> rows = new ArrayList<>();
    for (long row : search(new KernelScreen(16), rows(1, 16, 6), rows(2, 16, 7), 4).rows()) {
      rows.add(row);
    }
    assertThat(rows).contains(0L, 1L).endsWith(-1L, -1L);
  }

  /** Adversarial: numbers that 16 bits round as badly as they can. */
  @Test
  void roundingAgainstUsLosesNothing() throws Exception {
    int dim = 64;
    float awkward = 1 + 0x1.fep-9f;
    float[] values = new float[200 * dim];
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < values.length; i++) {
      float sign = random.nextInt(8) == 0 ? -1 : 1;
      values[i] = sign * (random.nextBoolean() ? awkward : 1 + 0x1.02p-8f);
    }
    for (int row = 0; row < 200; row++) {
      Kernels.normalise(values, row * dim, dim);
    }
    FloatMatrix base = new FloatMatrix(200, dim, values);
    assertAllWays(new FloatMatrix(20, dim, java.util.Arrays.copyOf(values, 20 * dim)), base, 4);
  }

  @Test
  void aScreenIsNeverFurtherOffThanItSays() throws Exception {
    FloatMatrix queries = rows(40, 512, 9);
    FloatMatrix base = rows(3000, 512, 10);
    for (int i = 0; i < 40; i++) {
      System.arraycopy(queries.values(), i * 512, base.values(), i * 70 * 512, 512);
    }
    try (TorchEngine engine = new TorchEngine(1);
        Screen half = new TorchScreen(engine, 40, 512, Precision.BF16);
        Screen kernel = new KernelScreen(512)) {
      for (Screen screen : List.of(half, kernel)) {
        screen.keep(queries, 40);
        Screen.Groups groups = screen.groups(base.values(), 0, 3000);
        for (int q = 0; q < 40; q++) {
          for (int group = 0; group < groups.groups(); group++) {
            float most = -1;
            int first = groups.first(group);
            for (int i = 0; i < groups.size(group, 3000); i++) {
              int row = first + i * groups.step();
              most =
                  Math.max(
                      most,
                      Kernels.exactDot(queries.values(), q * 512, base.values(), row * 512, 512));
            }
            float answer = groups.best()[q * groups.groups() + group];
            assertThat(screen.highest(answer)).isGreaterThanOrEqualTo(most);
            assertThat(answer).isLessThanOrEqualTo(most + screen.margin());
          }
        }
      }
    }
  }
}
