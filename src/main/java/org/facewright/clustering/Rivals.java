package org.facewright.clustering;

import java.util.BitSet;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A second person in an identity: images that are not the main person's and are alike among
 * themselves.
 */
record Rivals(
    NeighbourGraph graph,
    DefaultPolicy policy,
    Constraints constraints,
    Evidence evidence,
    ScoreModel model,
    int link) {

  /**
   * The second group, if it is so large that nobody can tell whose identity it is.
   *
   * @param elsewhere images that another identity explains; they make no second person
   * @return positions, none if the identity is not contested
   */
  BitSet contesting(int identity, Map<Integer, Elsewhere> elsewhere) {
    BitSet main = main(identity);
    BitSet rivals = rivals(identity, main, elsewhere);
    double needed =
        anchored(identity) ? main.cardinality() + 1 : policy.rivalShare() * main.cardinality();
    boolean dismissed = linkedToRejected(identity, rivals);
    return rivals.cardinality() >= needed && !dismissed ? rivals : new BitSet();
  }

  /**
   * Makes the second group the main one if people rejected images of the main group, none of the
   * second, and kept none.
   */
  void yieldToPeople(int identity, EvidenceFit fit) {
    int first = graph.layout().first(identity);
    if (!constraints.anyRejected(first, first + graph.layout().size(identity))) {
      return;
    }
    boolean mainRejected =
        positions(identity)
            .filter(i -> constraints.rejected(first + i))
            .anyMatch(i -> evidence.chance[first + i] >= .5);
    BitSet rivals = contesting(identity, Map.of());
    if (!rivals.isEmpty() && mainRejected && !anchored(identity)) {
      fit.restart(identity, rivals, model);
    }
  }

  /** Whether a person has said who the identity's person is. */
  boolean anchored(int identity) {
    int first = graph.layout().first(identity);
    return positions(identity).anyMatch(i -> constraints.kept(first + i));
  }

  private IntStream positions(int identity) {
    return IntStream.range(0, graph.layout().size(identity));
  }

  private BitSet main(int identity) {
    int first = graph.layout().first(identity);
    BitSet main = new BitSet();
    positions(identity).filter(i -> evidence.weight[first + i] >= .5f).forEach(main::set);
    return main;
  }

  private BitSet rivals(int identity, BitSet main, Map<Integer, Elsewhere> elsewhere) {
    int first = graph.layout().first(identity);
    BitSet rest = new BitSet();
    positions(identity)
        .filter(i -> !main.get(i) && graph.hasEmbedding(first + i))
        .filter(i -> !constraints.rejected(first + i) && !elsewhere.containsKey(first + i))
        .forEach(rest::set);
    if (rest.cardinality() < Math.max(2, policy.rivalShare() * main.cardinality())) {
      return new BitSet();
    }
    BitSet core = new MainGroup(graph, identity, link).among(rest::get);
    return core.isEmpty() ? core : widened(identity, core, rest);
  }

  /** The images that score with the group's centre like its own. */
  private BitSet widened(int identity, BitSet core, BitSet rest) {
    CentreSimilarity centre = new CentreSimilarity(graph, identity, core);
    double level = evidence.level(identity);
    BitSet group = new BitSet();
    rest.stream()
        .filter(
            i -> {
              int others = core.cardinality() - (core.get(i) ? 1 : 0);
              double reliability = ScoreModel.reliability(others, evidence.likeness[identity]);
              double score = centre.toCentre(i) / reliability;
              return model.oddsWrong(score, level, evidence.noise[identity]) < 1;
            })
        .forEach(group::set);
    return group;
  }

  private boolean linkedToRejected(int identity, BitSet group) {
    int first = graph.layout().first(identity);
    return positions(identity)
        .filter(i -> constraints.rejected(first + i) && graph.hasEmbedding(first + i))
        .anyMatch(i -> group.stream().anyMatch(j -> graph.level(identity, i, j) >= link));
  }
}
