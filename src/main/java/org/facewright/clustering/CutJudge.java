package org.facewright.clustering;

import java.util.BitSet;
import org.facewright.project.ImageState;

/**
 * Judges identities by a cut through the neighbour graph: the paper's rule, a fixed threshold, or
 * leader grouping. Holds scratch: one instance a thread.
 */
final class CutJudge implements IdentityJudge {
  /**
   * @param labels clusters, -1 for none
   * @param largest label of the largest cluster, -1 if there is none
   * @param threshold level of the cut
   * @param askFrom level from which an image outside is asked about
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Cut(int[] labels, int largest, int threshold, int askFrom) {}

  private final NeighbourGraph graph;
  private final CleaningPolicy policy;
  private final Constraints constraints;
  private final Foregone foregone;
  private final IdentityClusters clusters;
  private final boolean draft;

  /** Images of an identity up to which a draft is worth it: details then take milliseconds. */
  private static final int SMALL = 1500;

  /**
   * @param draft whether similarities of small identities may be left out
   */
  CutJudge(NeighbourGraph graph, CleaningPolicy policy, Constraints constraints, boolean draft) {
    this.draft = draft;
    this.graph = graph;
    this.policy = policy;
    this.constraints = constraints;
    this.foregone = new Foregone(graph, constraints);
    this.clusters = new IdentityClusters(graph);
  }

  @Override
  public void judge(int identity, CleaningOutcome outcome) {
    int first = graph.layout().first(identity);
    int size = graph.layout().size(identity);
    BitSet out = new BitSet(size);
    BitSet kept = new BitSet(size);
    BitSet rejected = new BitSet(size);
    for (int i = 0; i < size; i++) {
      boolean there = graph.hasEmbedding(first + i);
      if (!there || constraints.rejected(first + i)) {
        out.set(i);
      }
      if (there && constraints.kept(first + i)) {
        kept.set(i);
      }
      if (there && constraints.rejected(first + i)) {
        rejected.set(i);
      }
    }
    Cut cut = cut(identity, size, out);
    MainCluster main = MainCluster.of(cut.labels(), cut.largest(), kept);
    // Only people's decisions make the centre matter for a state.
    if (draft && kept.isEmpty() && rejected.isEmpty() && drafts(graph, identity)) {
      outline(identity, cut, main, out, outcome);
      return;
    }
    CentreSimilarity near = new CentreSimilarity(graph, identity, main.members());
    Repulsion repulsion = new Repulsion(graph, identity, rejected, cut.threshold());
    for (int i = 0; i < size; i++) {
      outcome.set(first + i, judge(identity, i, cut, main, near, repulsion));
    }
  }

  /** Whether a draft leaves something out of an identity. */
  static boolean drafts(NeighbourGraph graph, int identity) {
    return graph.compared(identity) && graph.layout().size(identity) <= SMALL;
  }

  private void outline(
      int identity, Cut cut, MainCluster main, BitSet out, CleaningOutcome outcome) {
    int first = graph.layout().first(identity);
    float threshold = Levels.similarity(cut.threshold());
    BitSet near =
        cut.askFrom() < cut.threshold()
            ? PairBits.near(graph, identity, cut.askFrom(), main.members())
            : new BitSet();
    for (int i = 0; i < graph.layout().size(identity); i++) {
      if (out.get(i)) {
        outcome.set(first + i, judgement(identity, first + i));
      } else {
        Reason reason = outline(i, main, near);
        outcome.set(first + i, Judgement.cut(state(reason), reason, Float.NaN, threshold));
      }
    }
  }

  private Judgement judgement(int identity, int image) {
    return foregone.judgement(identity, image, Float.NaN).orElseThrow();
  }

  private static Reason outline(int i, MainCluster main, BitSet near) {
    if (main.members().get(i)) {
      return Reason.IN_CLUSTER;
    }
    if (main.members().isEmpty()) {
      return Reason.NO_CLUSTER;
    }
    return near.get(i) ? Reason.NEAR_CLUSTER : Reason.OUTSIDE_CLUSTER;
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
      case DefaultPolicy chances ->
          throw new IllegalArgumentException(chances.name() + " does not cut");
    };
  }

  private Judgement judge(
      int identity, int i, Cut cut, MainCluster main, CentreSimilarity near, Repulsion repulsion) {
    int image = graph.layout().first(identity) + i;
    float similarity = graph.hasEmbedding(image) ? near.toCentre(i) : Float.NaN;
    return foregone
        .judgement(identity, image, similarity)
        .orElseGet(
            () -> {
              Reason reason = reason(i, cut, main, near, repulsion);
              float threshold = Levels.similarity(cut.threshold());
              return Judgement.cut(state(reason), reason, similarity, threshold);
            });
  }

  private static ImageState state(Reason reason) {
    return switch (reason) {
      case IN_CLUSTER -> ImageState.KEPT;
      case NEAR_CLUSTER, OTHER_CLUSTER_CHOSEN -> ImageState.AMBIGUOUS;
      default -> ImageState.REJECTED;
    };
  }

  private static Reason reason(
      int i, Cut cut, MainCluster main, CentreSimilarity near, Repulsion repulsion) {
    if (main.members().get(i)) {
      return repulsion.repels(i, near.toCentre(i)) ? Reason.LIKE_REJECTED : Reason.IN_CLUSTER;
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
