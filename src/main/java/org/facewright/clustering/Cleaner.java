package org.facewright.clustering;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Carries out a cleaning policy on a whole project, on all processors. Immutable; calls from
 * several threads do not disturb each other.
 */
public final class Cleaner {
  private static final int RUN = 128;

  private final EmbeddingSource source;
  private final NeighbourGraph graph;

  /**
   * @param source the one that {@code graph} was built from
   */
  public Cleaner(EmbeddingSource source, NeighbourGraph graph) {
    this.source = source;
    this.graph = graph;
  }

  /**
   * Judges every image.
   *
   * @param constraints people's decisions, which the outcome keeps and is steered by
   * @param cancelled asked now and then
   * @throws CancellationException if {@code cancelled} said so
   */
  public CleaningOutcome clean(
      CleaningPolicy policy, Constraints constraints, BooleanSupplier cancelled) {
    if (policy instanceof DefaultPolicy chances) {
      return new EvidenceCleaning(source, graph, chances, constraints, cancelled).outcome();
    }
    return cut(policy, constraints, cancelled, false);
  }

  /**
   * The same states and reasons in half of the time, for sliders: a policy that cuts leaves out the
   * similarities of small identities, which {@link #detail} fills in for those that are looked at.
   */
  CleaningOutcome draft(CleaningPolicy policy, Constraints constraints) {
    return policy instanceof DefaultPolicy
        ? clean(policy, constraints, () -> false)
        : cut(policy, constraints, () -> false, true);
  }

  /** Fills in what a draft left out for one identity. One thread at a time for an outcome. */
  void detail(int identity, CleaningOutcome draft, Constraints constraints) {
    if (!(draft.policy() instanceof DefaultPolicy) && CutJudge.drafts(graph, identity)) {
      new CutJudge(graph, draft.policy(), constraints, false).judge(identity, draft);
    }
  }

  private CleaningOutcome cut(
      CleaningPolicy policy, Constraints constraints, BooleanSupplier cancelled, boolean draft) {
    IdentityLayout layout = graph.layout();
    CleaningOutcome outcome = new CleaningOutcome(policy, layout);
    IntStream.range(0, Math.ceilDiv(layout.identities(), RUN))
        .parallel()
        .forEach(
            run -> {
              if (cancelled.getAsBoolean()) {
                throw new CancellationException("cleaning was cancelled");
              }
              IdentityJudge judge = new CutJudge(graph, policy, constraints, draft);
              int end = Math.min(layout.identities(), (run + 1) * RUN);
              for (int identity = run * RUN; identity < end; identity++) {
                if (graph.compared(identity)) {
                  judge.judge(identity, outcome);
                } else {
                  passOver(identity, constraints, outcome);
                }
              }
            });
    return outcome;
  }

  private void passOver(int identity, Constraints constraints, CleaningOutcome outcome) {
    Foregone foregone = new Foregone(graph, constraints);
    int first = graph.layout().first(identity);
    for (int image = first; image < first + graph.layout().size(identity); image++) {
      outcome.set(image, foregone.judgement(identity, image, Float.NaN).orElseThrow());
    }
  }
}
