package org.facewright.clustering;

import java.util.BitSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Estimates, in turns, how strangers and own images score in this project, and each image's chance
 * to be its identity's own: expectation maximisation over the whole project. The result does not
 * depend on the threads.
 */
final class EvidenceFit {
  private static final int RUN = 64;

  /** What is believed of strangers' scores before any is seen, worth so many pairs of people. */
  private static final double PRIOR_STRANGERS = 20;

  /** What is believed of own images' scores before any is seen, worth so many scores. */
  private static final double PRIOR_OWN = 5;

  /** Spread of both in face recognisers at large: about a tenth. */
  private static final double PRIOR_DEVIATION = .1;

  /** Share of wrong labels to start from; a few rounds later it is the project's own. */
  private static final double FIRST_NOISE = .2;

  /** That share is worth so many images. */
  private static final double PRIOR_NOISE = 5;

  private static final double LEAST_LIKENESS = .02;
  private static final double SETTLED = 1e-4;

  private final NeighbourGraph graph;
  private final IdentityLayout layout;
  private final DefaultPolicy policy;
  private final Constraints constraints;
  private final StrangerScores strangers;
  private final BooleanSupplier cancelled;
  private final Evidence evidence;
  private final double[] pairWeight;
  private final int link;

  EvidenceFit(
      NeighbourGraph graph,
      DefaultPolicy policy,
      Constraints constraints,
      StrangerScores strangers,
      BooleanSupplier cancelled) {
    this.graph = graph;
    this.layout = graph.layout();
    this.policy = policy;
    this.constraints = constraints;
    this.strangers = strangers;
    this.cancelled = cancelled;
    this.evidence = new Evidence(layout);
    this.pairWeight = new double[layout.identities()];
    this.link = link();
  }

  /** Filled by {@link #run}. */
  Evidence evidence() {
    return evidence;
  }

  /** Level from which two images of an identity are taken for one person at the start. */
  int linkLevel() {
    return link;
  }

  ScoreModel run() {
    forEachIdentity(() -> this::seed);
    ScoreModel model = model(FIRST_NOISE);
    for (int round = 0; round < policy.rounds(); round++) {
      if (update(model) < SETTLED) {
        break;
      }
      model = model(noise());
    }
    return model;
  }

  private double strangerDeviation() {
    return Math.max(PRIOR_DEVIATION, 1 / Math.sqrt(strangers.dimension()));
  }

  /**
   * Strangers' lower tail, mirrored: the upper one may hold the same person under two identities.
   */
  private int link() {
    ScoreHistogram pairs = new ScoreHistogram();
    SimilarityHistogram sampled = graph.strangers();
    double people = .5 * layout.identities() * (layout.identities() - 1.0);
    double each = Math.min(1, people / Math.max(1, sampled.total()));
    for (int bin = 0; bin < SimilarityHistogram.BINS; bin++) {
      pairs.add(SimilarityHistogram.middle(bin), each * sampled.count(bin));
    }
    pairs.addNormal(0, strangerDeviation(), PRIOR_STRANGERS);
    double median = pairs.quantile(.5);
    return Levels.threshold(Math.clamp(2 * median - pairs.quantile(policy.linkTail()), -1, 1));
  }

  private void seed(int identity) {
    int first = layout.first(identity);
    IntPredicate candidate = i -> graph.hasEmbedding(first + i) && !constraints.rejected(first + i);
    BitSet kept = new BitSet();
    IntStream.range(0, layout.size(identity))
        .filter(i -> constraints.kept(first + i) && graph.hasEmbedding(first + i))
        .forEach(kept::set);
    MainGroup groups = new MainGroup(graph, identity, link);
    BitSet group = groups.among(candidate);
    if (!kept.isEmpty()) {
      if (!alike(identity, kept, group)) {
        group.clear();
      }
      kept.stream().forEach(i -> group.or(groups.linkedTo(i, candidate)));
    }
    group.stream().forEach(i -> evidence.weight[first + i] = 1);
  }

  private boolean alike(int identity, BitSet kept, BitSet group) {
    CentreSimilarity centre = new CentreSimilarity(graph, identity, group);
    return kept.stream().mapToDouble(centre::toCentre).average().orElse(-1)
        >= Levels.similarity(link);
  }

  /** Takes other images for the identity's person and lets the chances settle under the model. */
  void restart(int identity, BitSet group, ScoreModel model) {
    int first = layout.first(identity);
    for (int i = 0; i < layout.size(identity); i++) {
      evidence.weight[first + i] = group.get(i) ? 1 : 0;
    }
    WeightedCentre centre = new WeightedCentre(graph);
    ImageChances chances = new ImageChances(graph, constraints, evidence, model);
    double likeness = evidence.likeness[identity];
    for (int round = 0; round < policy.rounds(); round++) {
      measure(centre, identity);
      evidence.likeness[identity] = likeness;
      chances.update(identity);
    }
  }

  /** Measures all images against their centres and fits the densities to the scores. */
  private ScoreModel model(double noise) {
    forEachIdentity(
        () -> {
          WeightedCentre centre = new WeightedCentre(graph);
          return identity -> measure(centre, identity);
        });
    double likeness = likeness();
    for (int k = 0; k < layout.identities(); k++) {
      double prior = policy.likenessPrior();
      double own = evidence.likeness[k] * pairWeight[k] + likeness * prior;
      evidence.likeness[k] = Math.max(LEAST_LIKENESS, own / Math.max(1e-9, pairWeight[k] + prior));
    }
    ScoreHistogram unlike = strangers.scores(evidence);
    unlike.addNormal(0, strangerDeviation(), PRIOR_STRANGERS);
    // Beyond six deviations it is not a stranger: the same person under two identities.
    TwoNormals stranger = TwoNormals.fit(unlike.trimmed(6), 0);
    return new ScoreModel(stranger, TwoNormals.fit(ownScores(), -1), likeness, noise);
  }

  private void measure(WeightedCentre centre, int identity) {
    centre.measure(identity, evidence.weight);
    evidence.likeness[identity] = centre.likeness();
    pairWeight[identity] = centre.pairWeight();
    int first = layout.first(identity);
    for (int i = 0; i < layout.size(identity); i++) {
      boolean there = graph.hasEmbedding(first + i);
      evidence.similarity[first + i] = there ? (float) centre.similarity(i) : Float.NaN;
      evidence.others[first + i] = there ? (float) centre.others(i) : 0;
    }
  }

  private double likeness() {
    double sum = PRIOR_OWN * .5;
    double weight = PRIOR_OWN;
    for (int k = 0; k < layout.identities(); k++) {
      sum += evidence.likeness[k] * pairWeight[k];
      weight += pairWeight[k];
    }
    return Math.max(LEAST_LIKENESS, sum / weight);
  }

  private ScoreHistogram ownScores() {
    ScoreHistogram own = new ScoreHistogram();
    own.addNormal(0, PRIOR_DEVIATION, PRIOR_OWN);
    for (int k = 0; k < layout.identities(); k++) {
      double level = evidence.level(k);
      for (int image = layout.first(k); image < layout.first(k) + layout.size(k); image++) {
        double score = evidence.score(k, image);
        if (!Double.isNaN(score)) {
          own.add(score - level, evidence.weight[image]);
        }
      }
    }
    return own;
  }

  /** Gives every image its chance under the model; returns the mean change. */
  private double update(ScoreModel model) {
    double[] moved = new double[layout.identities()];
    forEachIdentity(
        () -> {
          ImageChances chances = new ImageChances(graph, constraints, evidence, model);
          return identity -> {
            evidence.noise[identity] = identityNoise(identity, model.noise());
            moved[identity] = chances.update(identity);
          };
        });
    return java.util.Arrays.stream(moved).sum() / Math.max(1, layout.images());
  }

  private double identityNoise(int identity, double noise) {
    double wrong = wrong(identity) + noise * policy.noisePrior();
    double images = Math.max(1e-9, telling(identity) + policy.noisePrior());
    return Math.clamp(wrong / images, .0005, .95);
  }

  private double noise() {
    double wrong = PRIOR_NOISE * FIRST_NOISE;
    double images = PRIOR_NOISE;
    for (int k = 0; k < layout.identities(); k++) {
      wrong += wrong(k);
      images += telling(k);
    }
    return Math.clamp(wrong / images, .001, .7);
  }

  private double wrong(int identity) {
    if (telling(identity) == 0) {
      return 0;
    }
    double wrong = 0;
    int first = layout.first(identity);
    for (int image = first; image < first + layout.size(identity); image++) {
      wrong += graph.hasEmbedding(image) ? 1 - evidence.weight[image] : 0;
    }
    return wrong;
  }

  /** Images that say something of the share of wrong labels: not one alone. */
  private int telling(int identity) {
    int first = layout.first(identity);
    int images =
        layout.size(identity) - graph.withoutEmbedding(first, first + layout.size(identity));
    return images > 1 ? images : 0;
  }

  private void forEachIdentity(Supplier<IntConsumer> worker) {
    IntStream.range(0, Math.ceilDiv(layout.identities(), RUN))
        .parallel()
        .forEach(
            run -> {
              if (cancelled.getAsBoolean()) {
                throw new CancellationException("cleaning was cancelled");
              }
              IntConsumer work = worker.get();
              for (int k = run * RUN; k < Math.min(layout.identities(), (run + 1) * RUN); k++) {
                if (graph.compared(k)) {
                  work.accept(k);
                }
              }
            });
  }
}
