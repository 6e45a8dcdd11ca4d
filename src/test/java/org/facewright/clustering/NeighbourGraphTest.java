package org.facewright.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.facewright.project.ImageState;
import org.facewright.vector.Kernels;
import org.junit.jupiter.api.Test;

class NeighbourGraphTest {
  @Test
  void holdsTheSimilaritiesOfAllPairsOfEveryIdentity() {
    PlantedPeople people = new PlantedPeople(40, 1).scale(20);
    people.noisyIdentities(5, 3, 9, .2);
    people.identity();
    people.identity().images(people.person(), 200, false); // More than one strip of rows.
    people.identity().unreadable(1).images(people.person(), 1, false).unreadable(1);
    RowsSource source = people.source();
    NeighbourGraph graph = source.graph();
    IdentityLayout layout = graph.layout();
    assertThat(layout.identities()).isEqualTo(8);
    assertThat(layout.size(5)).isZero();
    for (int k = 0; k < layout.identities(); k++) {
      for (int i = 0; i < layout.size(k); i++) {
        for (int j = 0; j < layout.size(k); j++) {
          float cosine =
              Kernels.cosine(source.row(layout.first(k) + i), source.row(layout.first(k) + j));
          boolean known =
              graph.hasEmbedding(layout.first(k) + i) && graph.hasEmbedding(layout.first(k) + j);
          float expected = i == j ? 1 : known ? cosine : -1;
          assertThat(graph.similarity(k, i, j)).isCloseTo(expected, within(2e-4f));
        }
      }
    }
    assertThat(graph.withoutEmbedding()).isEqualTo(2);
    assertThat(graph.hasEmbedding(layout.first(7))).isFalse();
    assertThat(graph.hasEmbedding(layout.first(7) + 1)).isTrue();
  }

  @Test
  void anImageKnowsItsIdentityAlsoBesideEmptyOnes() {
    IdentityLayout layout = IdentityLayout.of(0, 2, 0, 0, 3, 0);
    assertThat(layout.images()).isEqualTo(5);
    assertThat(new int[] {layout.identityOf(0), layout.identityOf(1)}).containsExactly(1, 1);
    assertThat(new int[] {layout.identityOf(2), layout.identityOf(4)}).containsExactly(4, 4);
    assertThatThrownBy(() -> layout.identityOf(5)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void anEmptyProjectHasAnEmptyGraph() {
    RowsSource source = new RowsSource(new float[0], 512);
    CleaningOutcome outcome =
        new Cleaner(source, source.graph())
            .clean(DefaultPolicy.standard(), Constraints.none(), () -> false);
    assertThat(outcome.count(ImageState.KEPT)).isZero();
    assertThat(new ClusteringBoard(source.graph()).cluster(.5, 2).labels()).isEmpty();
  }

  @Test
  void tellsItsProgressAndStopsWhenCancelled() throws Exception {
    PlantedPeople people = new PlantedPeople(16, 1);
    people.noisyIdentities(400, 50, 50, 0);
    RowsSource source = people.source();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger calls = new AtomicInteger();
    new GraphBuilder(source, 1)
        .build(
            done -> {
              most.accumulateAndGet(done, Math::max);
              calls.incrementAndGet();
            },
            () -> false);
    assertThat(most).hasValue(400);
    assertThat(calls.get()).isGreaterThan(1);
    AtomicInteger asked = new AtomicInteger();
    assertThatThrownBy(
            () -> new GraphBuilder(source, 1).build(done -> {}, () -> asked.incrementAndGet() > 30))
        .isInstanceOf(CancellationException.class);
    assertThat(asked.get()).isLessThan(400);
  }

  @Test
  void tooManyPairsAreRefusedBeforeAnythingIsRead() {
    assertThatThrownBy(() -> new GraphBuilder(new Huge(), 1).build(done -> {}, () -> false))
        .isInstanceOf(GraphTooLargeException.class)
        .hasMessageContaining("-Xmx");
  }

  private record Huge() implements EmbeddingSource {
    @Override
    public int identities() {
      return 1000;
    }

    @Override
    public int size(int identity) {
      return 20_000;
    }

    @Override
    public int dimension() {
      return 512;
    }

    @Override
    public void copy(int identity, float[] target) {
      throw new AssertionError("read");
    }
  }

  @Test
  void anIdentityTooLargeToCompareIsAskedAboutAndTheOthersAreCleaned() {
    int large = NeighbourGraph.LARGEST_IDENTITY + 1;
    float[] rows = new float[(large + 3) * 2];
    for (int i = 0; i < rows.length; i += 2) {
      rows[i] = 1;
    }
    RowsSource source = new RowsSource(rows, 2, large, 3);
    NeighbourGraph graph = source.graph();
    assertThat(graph.compared(0)).isFalse();
    for (CleaningPolicy policy :
        new CleaningPolicy[] {
          DefaultPolicy.standard(), new FixedPolicy(.3, 2, 0), PaperPolicy.published()
        }) {
      CleaningOutcome outcome =
          new Cleaner(source, graph).clean(policy, Constraints.none(), () -> false);
      assertThat(outcome.count(0, ImageState.AMBIGUOUS)).as(policy.name()).isEqualTo(large);
      assertThat(outcome.reasonText(0)).contains("split it");
      assertThat(outcome.count(1, ImageState.KEPT)).as(policy.name()).isEqualTo(3);
    }
    assertThat(new ClusteringBoard(graph).cluster(.3, 2).largest()).containsExactly(-1, 0);
  }
}
