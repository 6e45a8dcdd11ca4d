package org.facewright.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the textbook algorithm, written plainly: one queue, neighbours by scanning. */
class DbscanTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 17, 63, 64, 65, 130})
  void labelsEqualThoseOfThePlainAlgorithm(int size) {
    Random random = new Random(size);
    Dbscan dbscan = new Dbscan();
    for (int round = 0; round < 40; round++) {
      short[] levels = new short[3 + size * (size - 1) / 2];
      for (int i = 3; i < levels.length; i++) {
        levels[i] = (short) random.nextInt(1000);
      }
      boolean[] excluded = new boolean[size];
      for (int i = 0; i < size; i++) {
        excluded[i] = random.nextInt(10) == 0;
      }
      // From sparse to dense: borders, chains and noise all occur.
      int threshold = 1000 - random.nextInt(size < 10 ? 1000 : 4000 / size);
      int minSamples = 1 + random.nextInt(5);
      int[] labels = new int[size + 2];
      int clusters =
          dbscan.cluster(levels, 3, size, threshold, minSamples, i -> excluded[i], labels, 2);
      int[] expected = plain(levels, 3, size, threshold, minSamples, excluded);
      assertThat(Arrays.copyOfRange(labels, 2, size + 2)).containsExactly(expected);
      assertThat(clusters).isEqualTo(Arrays.stream(expected).max().orElse(-1) + 1);
    }
  }

  private static int[] plain(
      short[] levels, int start, int size, int threshold, int minSamples, boolean[] excluded) {
    boolean[][] near = new boolean[size][size];
    int at = start;
    for (int i = 0; i < size; i++) {
      near[i][i] = !excluded[i];
      for (int j = i + 1; j < size; j++) {
        boolean close = levels[at++] >= threshold && !excluded[i] && !excluded[j];
        near[i][j] = close;
        near[j][i] = close;
      }
    }
    int[] labels = new int[size];
    Arrays.fill(labels, -1);
    int next = 0;
    for (int seed = 0; seed < size; seed++) {
      if (labels[seed] == -1 && degree(near[seed]) >= minSamples && !excluded[seed]) {
        flood(near, seed, next++, minSamples, labels);
      }
    }
    return labels;
  }

  private static void flood(boolean[][] near, int seed, int label, int minSamples, int[] labels) {
    Deque<Integer> queue = new ArrayDeque<>();
    labels[seed] = label;
    queue.add(seed);
    while (!queue.isEmpty()) {
      int i = queue.remove();
      if (degree(near[i]) >= minSamples) {
        for (int j = 0; j < labels.length; j++) {
          if (near[i][j] && labels[j] == -1) {
            labels[j] = label;
            queue.add(j);
          }
        }
      }
    }
  }

  private static int degree(boolean[] near) {
    int degree = 0;
    for (boolean close : near) {
      degree += close ? 1 : 0;
    }
    return degree;
  }
}
