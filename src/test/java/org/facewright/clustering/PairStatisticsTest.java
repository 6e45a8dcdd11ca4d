package org.facewright.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairStatisticsTest {
  private final PlantedPeople people = new PlantedPeople(128, 1).likeness(.8, .01);
  private final List<float[]> known = people.noisyIdentities(80, 10, 10, .2);
  private final RowsSource source = people.source();
  private final NeighbourGraph graph = source.graph();
  private final CleaningOutcome outcome =
      new Cleaner(source, graph).clean(DefaultPolicy.standard(), Constraints.none(), () -> false);

  @Test
  void strangersAndOnePersonsImagesLieApart() {
    PairStatistics statistics = new PairStatistics(graph);
    assertThat(statistics.within().total()).isEqualTo(80 * 45);
    assertThat(statistics.within(outcome).total()).isEqualTo(80 * 28);
    assertThat(statistics.within(outcome).mean()).isCloseTo(.64, within(.02));
    assertThat(statistics.within(outcome).quantile(.001)).isGreaterThan(.4);
    assertThat(statistics.across().total()).isGreaterThan(300_000 - 100_000);
    assertThat(statistics.across().mean()).isCloseTo(0, within(.02));
    assertThat(statistics.across().quantile(.999)).isGreaterThan(.2);
  }

  @Test
  void chartsGetTheSameCountsInFewerBins() {
    SimilarityHistogram histogram = new PairStatistics(graph).within();
    long[] bars = histogram.counts(40);
    assertThat(Arrays.stream(bars).sum()).isEqualTo(histogram.total());
    assertThat(bars[(int) ((.64 + 1) * 20)]).isGreaterThan(500);
    assertThatThrownBy(() -> histogram.counts(7)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void cohesionIsTheMeanSimilarityOfAnIdentitysPairs() {
    PairStatistics statistics = new PairStatistics(graph);
    double sum = 0;
    for (int i = 0; i < 10; i++) {
      for (int j = i + 1; j < 10; j++) {
        sum += graph.similarity(3, i, j);
      }
    }
    assertThat(statistics.cohesion()[3]).isCloseTo((float) (sum / 45), within(1e-5f));
    assertThat(statistics.cohesion(outcome)[3]).isCloseTo(.64f, within(.03f));
    RowsSource single = new RowsSource(new float[] {1, 0}, 2, 1);
    assertThat(new PairStatistics(single.graph()).cohesion()[0]).isNaN();
  }

  @Test
  void theSampleOfStrangersFollowsItsSeed() throws Exception {
    SimilarityHistogram again =
        new GraphBuilder(source, 1).build(done -> {}, () -> false).strangers();
    SimilarityHistogram other =
        new GraphBuilder(source, 2).build(done -> {}, () -> false).strangers();
    assertThat(again.counts(2000)).isEqualTo(graph.strangers().counts(2000));
    if (people.images() > 1024) {
      assertThat(other.counts(2000)).isNotEqualTo(again.counts(2000));
    }
  }

  @Test
  void centresTellWhoseAnImageIs() {
    KeptCentres centres = KeptCentres.of(source, outcome, () -> false);
    PlantedPeople more = new PlantedPeople(128, 5);
    more.identity().images(known.get(17), 1, false);
    List<Elsewhere> nearest = centres.nearest(more.source().row(0), 3);
    assertThat(nearest).hasSize(3);
    assertThat(nearest.getFirst().identity()).isEqualTo(17);
    assertThat(nearest.getFirst().similarity()).isGreaterThan(nearest.get(1).similarity());
    assertThat(centres.nearest(new float[128], 3)).isEmpty();
  }
}
