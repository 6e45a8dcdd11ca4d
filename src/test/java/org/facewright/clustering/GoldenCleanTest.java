package org.facewright.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.facewright.project.ImageState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class GoldenCleanTest {
  private static GoldenClean golden;
  private static NeighbourGraph graph;

  @BeforeAll
  static void read() throws IOException {
    golden = GoldenClean.read();
    graph = golden.source().graph();
    assertThat(golden.identities()).hasSize(120);
  }

  @ParameterizedTest
  @CsvSource({
    "0.3,2", "0.3,4", "0.45,2", "0.45,4", "0.6,2", "0.6,4", "0.75,2", "0.75,4",
  })
  void labelsEqualThoseOfScikitLearn(double similarity, int minSamples) {
    Clustering clustering = new ClusteringBoard(graph).cluster(similarity, minSamples);
    for (JsonNode identity : golden.identities()) {
      int first = identity.get("offset").asInt();
      int[] labels =
          IntStream.range(first, first + identity.get("count").asInt())
              .map(image -> clustering.labels()[image])
              .toArray();
      assertThat(labels)
          .as("identity " + identity.get("id"))
          .containsExactly(
              GoldenClean.ints(identity.get("labels").get(similarity + "/" + minSamples)));
    }
  }

  @Test
  void paperPolicyKeepsWhatTheOfficialScriptKeeps() {
    assertKept(PaperPolicy.published(), "auto");
  }

  @Test
  void fixedPolicyKeepsWhatTheOfficialScriptKeeps() {
    assertKept(new FixedPolicy(.6, 2, 0), "fixed_0_6");
  }

  @Test
  void greedyPolicyKeepsWhatTheOfficialScriptKeeps() {
    assertKept(GreedyPolicy.published(), "greedy_0_5");
  }

  private static void assertKept(CleaningPolicy policy, String key) {
    CleaningOutcome outcome =
        new Cleaner(golden.source(), graph).clean(policy, Constraints.none(), () -> false);
    for (JsonNode identity : golden.identities()) {
      int first = identity.get("offset").asInt();
      int[] kept =
          IntStream.range(0, identity.get("count").asInt())
              .filter(i -> outcome.state(first + i) == ImageState.KEPT)
              .toArray();
      assertThat(kept)
          .as("identity " + identity.get("id"))
          .containsExactly(GoldenClean.ints(identity.get(key)));
    }
    assertThat(outcome.count(ImageState.AMBIGUOUS)).isZero();
  }

  @Test
  void thresholdsMoveAsTheOfficialScriptSays() {
    for (int i = 0; i < golden.identities().size(); i++) {
      AutomaticThreshold.Found found =
          new AutomaticThreshold(
                  PaperPolicy.published(),
                  new IdentityClusters(graph),
                  i,
                  graph.layout().size(i),
                  position -> false)
              .find();
      List<String> trace = new ArrayList<>();
      for (JsonNode line : golden.identities().get(i).get("trace")) {
        if (!line.asString().startsWith("Best") && !line.asString().equals("No clusters found.")) {
          trace.add(line.asString());
        }
      }
      assertThat(found.rounds().stream().map(GoldenCleanTest::line)).isEqualTo(trace);
    }
  }

  private static String line(AutomaticThreshold.Round round) {
    return round.largest() == 0
        ? String.format(Locale.ROOT, "No clusters found at threshold %.2f", round.similarity())
        : String.format(
            Locale.ROOT,
            "Threshold: %.2f, Cluster Size: %d, Percent: %s%%",
            round.similarity(),
            round.largest(),
            // Python rounds the exact value half to even, Java's format half up.
            new BigDecimal(100 * round.share()).setScale(2, RoundingMode.HALF_EVEN));
  }
}
