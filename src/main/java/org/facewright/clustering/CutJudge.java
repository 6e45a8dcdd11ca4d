package org.facewright.clustering;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Judges identities by a cut through the neighbour graph: the paper's rule, a fixed threshold, or
 * leader grouping. Holds scratch: one instance a thread.
 */
final class CutJudge implements IdentityJudge {
  private record Cut(int[] labels, int largest, int threshold, int askFrom) {}

  private final NeighbourGraph graph;
  private final CleaningPolicy policy;
  private final Constraints constraints;
  private final IdentityClusters clusters;

  CutJudge(NeighbourGraph graph, CleaningPolicy policy, Constraints constraints) {
    this.graph = graph;
    this.policy = policy;
    this.constraints = constraints;
    this.clusters = new IdentityClusters(graph);
  }

  @Override
  public void judge(int identity, CleaningOutcome outcome) {
    int first = graph.layout().first(identity);
    int size = graph.layout().size(identity);
    BitSet out = positions(size, i -> takesNoPart(first + i));
    BitSet kept = positions(size, i -> constraints.kept(first + i) && !out.get(i));
    BitSet rejected =
        positions(size, i -> constraints.rejected(first + i) && graph.hasEmbedding(first + i));
    Cut cut = cut(identity, size, out);
    MainCluster main = MainCluster.of(cut.labels(), cut.largest(), kept);
    CentreSimilarity near = new CentreSimilarity(graph, identity, main.members());
    BitSet anchors = kept.isEmpty() ? main.members() : kept;
    Repulsion repulsion = new Repulsion(graph, identity, anchors, rejected, cut.threshold());
    for (int i = 0; i < size; i++) {
      judge(i, first + i, cut, main, near, repulsion, outcome);
    }
  }

  private boolean takesNoPart(int image) {
    return constraints.rejected(image) || !graph.hasEmbedding(image);
  }

  private static BitSet positions(int size, java.util.function.IntPredicate wanted) {
    BitSet set = new BitSet(size);
    IntStream.range(0, size).filter(wanted).forEach(set::set);
    return set;
  }

  private Cut cut(int identity, int size, BitSet out) {
    int[] labels = new int[size];
    return switch (policy) {
      case PaperPolicy paper -> {
        AutomaticThreshold.Found found =
            new AutomaticThreshold(paper, clusters, identity, size, out::get).find();
        int threshold = Levels.threshold(found.similarity());
        yield new Cut(found.labels(), found.largest(), threshold, threshold);
      }
      case FixedPolicy fixed -> {
        int threshold = Levels.threshold(fixed.similarity());
        int askFrom = threshold - Levels.threshold(fixed.askBand());
        clusters.cluster(identity, threshold, fixed.minSamples(), out::get, labels, 0);
        yield new Cut(labels, clusters.largest(), threshold, askFrom);
      }
      case GreedyPolicy greedy -> {
        int threshold = Levels.threshold(greedy.similarity());
        int largest = LeaderGroups.group(graph, identity, threshold, out::get, labels);
        yield new Cut(labels, largest, threshold, threshold);
      }
    };
  }

  private void judge(
      int i,
      int image,
      Cut cut,
      MainCluster main,
      CentreSimilarity near,
      Repulsion repulsion,
      CleaningOutcome outcome) {
    float similarity = graph.hasEmbedding(image) ? near.toCentre(i) : Float.NaN;
    float threshold = Levels.similarity(cut.threshold());
    Reason reason =
        Foregone.reason(graph, constraints, image)
            .orElseGet(() -> reason(i, cut, main, near, repulsion));
    outcome.set(image, reason, similarity, threshold);
  }

  private static Reason reason(
      int i, Cut cut, MainCluster main, CentreSimilarity near, Repulsion repulsion) {
    if (main.members().get(i)) {
      return repulsion.repels(i) ? Reason.LIKE_REJECTED : Reason.IN_CLUSTER;
    }
    if (main.passedOver().get(i)) {
      return Reason.OTHER_CLUSTER_CHOSEN;
    }
    if (main.members().isEmpty()) {
      return Reason.NO_CLUSTER;
    }
    return near.nearest(i) >= cut.askFrom() && cut.askFrom() < cut.threshold()
        ? Reason.NEAR_CLUSTER
        : Reason.OUTSIDE_CLUSTER;
  }
}
