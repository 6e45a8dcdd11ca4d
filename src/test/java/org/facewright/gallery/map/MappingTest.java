package org.facewright.gallery.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MappingTest {
  private static final int GROUPS = 6;
  private static final int SIZE = 40;
  private static final int DIM = 24;

  /** Six bundles of rows around random directions. */
  private static FloatMatrix bundles(int size) {
    SplittableRandom random = new SplittableRandom(5);
    float[] rows = new float[GROUPS * size * DIM];
    for (int g = 0; g < GROUPS; g++) {
      float[] centre = new float[DIM];
      for (int j = 0; j < DIM; j++) {
        centre[j] = (float) random.nextGaussian();
      }
      for (int i = g * size; i < (g + 1) * size; i++) {
        for (int j = 0; j < DIM; j++) {
          rows[i * DIM + j] = centre[j] + .3f * (float) random.nextGaussian();
        }
        Kernels.normalise(rows, i * DIM, DIM);
      }
    }
    return new FloatMatrix(GROUPS * size, DIM, rows);
  }

  private static FaceMap map(MapMethod method, FloatMatrix rows) {
    long[] ids = new long[rows.rows()];
    Arrays.setAll(ids, i -> i + 1);
    Mapping mapping = Mapping.of(MapSettings.of("planted", method, 0), ids, rows);
    for (int step = 0; step < mapping.steps(); step++) {
      mapping.step(step, () -> false);
    }
    assertThat(mapping.steps()).isEqualTo(Mapping.steps(method));
    return mapping.map();
  }

  /** Share of points whose nearest other on the map is of their bundle. */
  private static double agreement(FaceMap map, int size) {
    int same = 0;
    for (int i = 0; i < map.points(); i++) {
      int best = -1;
      double least = Double.MAX_VALUE;
      for (int j = 0; j < map.points(); j++) {
        double distance = Math.hypot(map.x()[j] - map.x()[i], map.y()[j] - map.y()[i]);
        if (j != i && distance < least) {
          least = distance;
          best = j;
        }
      }
      same += best / size == i / size ? 1 : 0;
    }
    return same / (double) map.points();
  }

  @ParameterizedTest
  @EnumSource(names = {"UMAP", "TSNE"})
  void neighboursStayTogether(MapMethod method) {
    FaceMap map = map(method, bundles(SIZE));
    assertThat(agreement(map, SIZE)).isGreaterThan(.98);
    assertThat(map.placed()).isEqualTo(map.points());
  }

  @Test
  void whatIsNotInTheSampleLiesAtItsNeighbours() {
    FloatMatrix rows = bundles(SIZE);
    Sample sample = Sample.of(rows, 60, 3);
    assertThat(sample.chosen()).hasSize(60).isSorted().doesNotHaveDuplicates();
    float[] places = new float[120];
    for (int i = 0; i < 60; i++) {
      places[2 * i] = 10 * (sample.chosen()[i] / SIZE);
    }
    float[] all = sample.spread(places, 3, () -> false);
    for (int i = 0; i < rows.rows(); i++) {
      assertThat(all[2 * i]).isCloseTo(10 * (i / SIZE), within(4f));
      assertThat(all[2 * i + 1]).isCloseTo(0, within(4f));
    }
    assertThat(Sample.of(rows, 1000, 3).spread(all, 3, () -> false)).isSameAs(all);
  }

  @Test
  void theSameGraphAndSeedGiveTheSameLayout() {
    SplittableRandom random = new SplittableRandom(4);
    int[] near = new int[100 * 5];
    float[] similar = new float[near.length];
    for (int e = 0; e < near.length; e++) {
      near[e] = (e / 5 + 1 + e % 5) % 100;
      similar[e] = .9f - .1f * (e % 5);
    }
    FuzzyGraph graph = FuzzyGraph.of(new Neighbourhood(5, near, similar));
    float[] start = new float[200];
    for (int i = 0; i < start.length; i++) {
      start[i] = (float) random.nextGaussian();
    }
    assertThat(layout(graph, start, 7)).isEqualTo(layout(graph, start, 7));
    assertThat(layout(graph, start, 8)).isNotEqualTo(layout(graph, start, 7));
  }

  private static float[] layout(FuzzyGraph graph, float[] start, long seed) {
    Umap umap = new Umap(graph, start, 2, seed);
    for (int epoch = 0; epoch < umap.epochs(); epoch++) {
      umap.step();
    }
    return umap.places();
  }

  @Test
  void groupsAreThoseThatHangTogetherTheLargestFirst() {
    FaceMap map = map(MapMethod.PCA, bundles(SIZE));
    for (int i = 0; i < map.points(); i++) {
      assertThat(map.groups()[i]).isEqualTo(map.groups()[i / SIZE * SIZE]).isNotNegative();
    }
    assertThat(Arrays.stream(map.groups()).distinct().count()).isEqualTo(GROUPS);
  }

  @Test
  void principalComponentsKeepThePlaneThatThePointsLieIn() {
    SplittableRandom random = new SplittableRandom(2);
    float[] rows = new float[300 * DIM];
    for (int i = 0; i < 300; i++) {
      float a = 5 * (float) random.nextGaussian();
      float b = 2 * (float) random.nextGaussian();
      for (int j = 0; j < DIM; j++) {
        rows[i * DIM + j] = 1 + a * (j % 2 == 0 ? .3f : -.3f) + b * (j % 3 - 1);
      }
    }
    FloatMatrix plane = Principal.reduce(new FloatMatrix(300, DIM, rows), 4, 1);
    for (int i = 1; i < 300; i++) {
      assertThat(distance(plane.values(), 4, 0, i))
          .isCloseTo(distance(rows, DIM, 0, i), within(1e-3));
      assertThat(plane.values()[i * 4 + 2]).isCloseTo(0, within(1e-3f));
    }
  }

  private static double distance(float[] rows, int d, int i, int j) {
    double sum = 0;
    for (int c = 0; c < d; c++) {
      double difference = rows[i * d + c] - rows[j * d + c];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  @Test
  void aStoppedMapSaysSo() {
    FloatMatrix rows = bundles(SIZE);
    Mapping mapping =
        Mapping.of(MapSettings.of("planted", MapMethod.UMAP, 0), new long[rows.rows()], rows);
    mapping.step(0, () -> false);
    assertThatThrownBy(() -> mapping.step(1, () -> true)).isInstanceOf(CancellationException.class);
  }
}
