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
      return weigh(chances, constraints, cancelled).outcome(chances);
    }
    return cut(policy, constraints, cancelled, false);
  }

  /**
   * The part of a cleaning by chances that takes long and is the same for all risks.
   *
   * @throws CancellationException if {@code cancelled} said so
   */
  Weighed weigh(DefaultPolicy policy, Constraints constraints, BooleanSupplier cancelled) {
    return new EvidenceCleaning(source, graph, policy, constraints, cancelled).weigh();
  }

  /**
   * The same states and reasons in half of the time, for sliders: the similarities of small
   * identities are left out, which {@link #detail} fills in for those that are looked at.
   *
   * @param policy one that cuts
   */
  CleaningOutcome draft(CleaningPolicy policy, Constraints constraints) {
    return cut(policy, constraints, () -> false, true);
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
