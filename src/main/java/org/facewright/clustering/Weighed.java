package org.facewright.clustering;

import java.util.BitSet;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the {@link DefaultPolicy} knows of every image before anybody says which risk to take: the
 * long part of its work, and the same for every risk. Safe for threads.
 *
 * @param contested positions of a second person as large as the first, by identity
 * @param elsewhere the other identity that a doubtful image looks most like
 */
record Weighed(
    NeighbourGraph graph,
    Constraints constraints,
    Evidence evidence,
    ScoreModel model,
    Rivals rivals,
    Map<Integer, BitSet> contested,
    Map<Integer, Elsewhere> elsewhere) {

  /**
   * What becomes of every image.
   *
   * @param policy the one that was weighed for; its risks may differ
   */
  CleaningOutcome outcome(DefaultPolicy policy) {
    CleaningOutcome outcome = new CleaningOutcome(policy, graph.layout());
    EvidenceJudge judge = new EvidenceJudge(this, policy);
    IntStream.range(0, graph.layout().identities())
        .parallel()
        .forEach(identity -> judge.judge(identity, outcome));
    outcome.setElsewhere(elsewhere);
    return outcome;
  }
}
