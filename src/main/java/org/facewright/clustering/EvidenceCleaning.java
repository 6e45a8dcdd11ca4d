package org.facewright.clustering;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Weighs all images of a project for the {@link DefaultPolicy}. One instance, one weighing. */
final class EvidenceCleaning {
  /** Images compared with all identities at a time, so that their rows fit into memory. */
  private static final int BATCH = 32_768;

  private static final float SURELY_WRONG = .001f;
  private static final float SURELY_RIGHT = .9999f;

  /** What is believed of where wrong images come from: half of them from another identity here. */
  private static final double PRIOR_FROM_HERE = 1;

  private static final double PRIOR_WRONG = 2;
  private static final int STEPS = 30;

  private final EmbeddingSource source;
  private final NeighbourGraph graph;
  private final DefaultPolicy policy;
  private final Constraints constraints;
  private final BooleanSupplier cancelled;
  private final Map<Integer, Elsewhere> elsewhere = new HashMap<>();

  EvidenceCleaning(
      EmbeddingSource source,
      NeighbourGraph graph,
      DefaultPolicy policy,
      Constraints constraints,
      BooleanSupplier cancelled) {
    this.source = source;
    this.graph = graph;
    this.policy = policy;
    this.constraints = constraints;
    this.cancelled = cancelled;
  }

  Weighed weigh() {
    StrangerScores strangers = new StrangerScores(source, graph);
    EvidenceFit fit = new EvidenceFit(graph, policy, constraints, strangers, cancelled);
    ScoreModel model = fit.run();
    Evidence evidence = fit.evidence();
    Rivals rivals = new Rivals(graph, policy, constraints, evidence, model, fit.linkLevel());
    forEachCompared(identity -> rivals.yieldToPeople(identity, fit));
    compareElsewhere(evidence, model);
    Map<Integer, BitSet> contested = new ConcurrentHashMap<>();
    forEachCompared(
        identity -> {
          BitSet second = rivals.contesting(identity, elsewhere);
          if (!second.isEmpty()) {
            contested.put(identity, second);
          }
        });
    return new Weighed(graph, constraints, evidence, model, rivals, contested, elsewhere);
  }

  private void forEachCompared(java.util.function.IntConsumer work) {
    IntStream.range(0, graph.layout().identities())
        .parallel()
        .filter(graph::compared)
        .forEach(work);
  }

  private void compareElsewhere(Evidence evidence, ScoreModel model) {
    int[] doubtful =
        IntStream.range(0, graph.layout().images())
            .filter(image -> graph.hasEmbedding(image) && !constraints.decided(image))
            .filter(image -> evidence.chance[image] > SURELY_WRONG)
            .filter(image -> evidence.chance[image] < SURELY_RIGHT)
            .filter(image -> graph.compared(graph.layout().identityOf(image)))
            .toArray();
    double[] ratios = new double[doubtful.length];
    for (int from = 0; from < doubtful.length; from += BATCH) {
      int[] batch = Arrays.copyOfRange(doubtful, from, Math.min(doubtful.length, from + BATCH));
      LookAlikes alike = new LookAlikes(source, graph, evidence, model, batch);
      alike.compare(cancelled);
      for (int i = 0; i < batch.length; i++) {
        ratios[from + i] = alike.meanRatio(i);
        if (alike.best(i) >= 0) {
          elsewhere.put(batch[i], new Elsewhere(alike.best(i), alike.bestSimilarity(i)));
        }
      }
    }
    reweigh(evidence, doubtful, ratios);
  }

  /** Estimates which share of the wrong images comes from other identities, and takes it in. */
  private void reweigh(Evidence evidence, int[] doubtful, double[] ratios) {
    double share = PRIOR_FROM_HERE / PRIOR_WRONG;
    for (int step = 0; step < STEPS; step++) {
      double fromHere = PRIOR_FROM_HERE;
      double wrong = PRIOR_WRONG;
      for (int i = 0; i < doubtful.length; i++) {
        double here = share * ratios[i];
        double odds = (1 / evidence.chance[doubtful[i]] - 1) * (1 - share + here);
        wrong += odds / (1 + odds);
        fromHere += odds / (1 + odds) * here / (1 - share + here);
      }
      share = Math.clamp(fromHere / wrong, .02, .98);
    }
    for (int i = 0; i < doubtful.length; i++) {
      int image = doubtful[i];
      double odds = (1 / evidence.chance[image] - 1) * (1 - share + share * ratios[i]);
      evidence.chance[image] = (float) (1 / (1 + odds));
      if (!(share * ratios[i] > 1 - share)) {
        elsewhere.remove(image);
      }
    }
  }
}
