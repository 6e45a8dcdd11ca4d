package org.facewright.clustering;

import java.util.BitSet;
import java.util.stream.IntStream;

/** Gives the images of one identity after another their chances under a model. */
final class ImageChances {
  private final NeighbourGraph graph;
  private final Constraints constraints;
  private final Evidence evidence;
  private final ScoreModel model;

  ImageChances(NeighbourGraph graph, Constraints constraints, Evidence evidence, ScoreModel model) {
    this.graph = graph;
    this.constraints = constraints;
    this.evidence = evidence;
    this.model = model;
  }

  /** Sets chance and weight of every image; returns the sum of the changes of weight. */
  double update(int identity) {
    int first = graph.layout().first(identity);
    int size = graph.layout().size(identity);
    for (int i = 0; i < size; i++) {
      evidence.chance[first + i] = (float) (1 / (1 + oddsWrong(identity, first + i)));
    }
    BitSet strangers = rejectedStrangers(first, size);
    double moved = 0;
    for (int i = 0; i < size; i++) {
      int image = first + i;
      if (!strangers.isEmpty() && !constraints.decided(image)) {
        double odds = 1 / evidence.chance[image] - 1;
        odds *= likeRejected(identity, i, strangers);
        evidence.chance[image] = (float) (1 / (1 + odds));
      }
      float weight = weight(image);
      moved += Math.abs(weight - evidence.weight[image]);
      evidence.weight[image] = weight;
    }
    return moved;
  }

  private double oddsWrong(int identity, int image) {
    double score = evidence.score(identity, image);
    if (!graph.hasEmbedding(image)) {
      return Double.POSITIVE_INFINITY;
    }
    if (Double.isNaN(score)) {
      return withoutScore(identity, model.noise());
    }
    return model.oddsWrong(score, evidence.level(identity), evidence.noise[identity]);
  }

  /** No image to compare with: the only one is as good as any, of several one at most is right. */
  private double withoutScore(int identity, double noise) {
    int first = graph.layout().first(identity);
    int size = graph.layout().size(identity);
    int present = size - graph.withoutEmbedding(first, first + size);
    return present == 1 ? noise / (1 - noise) : present - 1;
  }

  /** Images that a person rejected and that do look unlike the identity's person. */
  private BitSet rejectedStrangers(int first, int size) {
    BitSet strangers = new BitSet();
    IntStream.range(first, first + size)
        .filter(image -> constraints.rejected(image) && graph.hasEmbedding(image))
        .filter(image -> evidence.chance[image] < .5)
        .forEach(image -> strangers.set(image - first));
    return strangers;
  }

  /** A wrong image shows one of the strangers that a person has met here, or another: even odds. */
  private double likeRejected(int identity, int i, BitSet strangers) {
    double level = evidence.level(identity);
    double ratios =
        strangers.stream()
            .mapToDouble(j -> model.ratioOwn(graph.similarity(identity, i, j) / level, level))
            .average()
            .orElse(1);
    return .5 + .5 * ratios;
  }

  private float weight(int image) {
    if (!graph.hasEmbedding(image) || constraints.rejected(image)) {
      return 0;
    }
    boolean alone = Float.isNaN(evidence.similarity[image]);
    return constraints.kept(image) ? 1 : alone ? 0 : evidence.chance[image];
  }
}
