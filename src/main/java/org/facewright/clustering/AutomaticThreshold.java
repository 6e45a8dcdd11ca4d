package org.facewright.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The paper's rule for one identity: move the threshold until the largest cluster holds between
 * half and four fifths of the images (Hybrid Generative Fusion, arXiv 2508.10672, and its script).
 *
 * <p>Start at .6, ten rounds of .02. No cluster: stricter (which cannot help; the script does so).
 * Less than half: laxer. More than four fifths: stricter. Both of these stay within [.3, .9].
 * Returned is the first cluster within the band, else the largest seen, else nothing.
 */
final class AutomaticThreshold {
  /** One round: the threshold tried, the size of the largest cluster (0 if none) and its share. */
  record Round(double similarity, int largest, double share) {}

  /**
   * Where it came to rest, and how.
   *
   * @param labels [size] clusters at that threshold
   * @param largest label of the kept cluster, -1 if there is none
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Found(int[] labels, int largest, double similarity, List<Round> rounds) {}

  private final PaperPolicy settings;
  private final IdentityClusters clusters;
  private final int identity;
  private final int size;
  private final IntPredicate excluded;

  AutomaticThreshold(
      PaperPolicy settings,
      IdentityClusters clusters,
      int identity,
      int size,
      IntPredicate excluded) {
    this.settings = settings;
    this.clusters = clusters;
    this.identity = identity;
    this.size = size;
    this.excluded = excluded;
  }

  Found find() {
    List<Round> rounds = new ArrayList<>();
    int[] labels = new int[size];
    int participants = (int) IntStream.range(0, size).filter(i -> !excluded.test(i)).count();
    Found best = new Found(noise(), Dbscan.NOISE, settings.start(), rounds);
    double bestShare = 0;
    double similarity = settings.start();
    for (int round = 0; round < settings.rounds(); round++) {
      int threshold = Levels.threshold(similarity);
      clusters.cluster(identity, threshold, settings.minSamples(), excluded, labels, 0);
      double share = clusters.largestSize() / (double) Math.max(1, participants);
      rounds.add(new Round(similarity, clusters.largestSize(), share));
      boolean within = share >= settings.leastShare() && share <= settings.mostShare();
      if (share > bestShare || within) {
        bestShare = share;
        best = new Found(labels.clone(), clusters.largest(), similarity, rounds);
      }
      if (within) {
        break;
      }
      similarity = next(similarity, share);
    }
    return best;
  }

  private double next(double similarity, double share) {
    if (share == 0) {
      return Math.min(1, similarity + settings.step());
    }
    double moved =
        similarity + (share < settings.leastShare() ? -settings.step() : settings.step());
    return Math.clamp(moved, settings.lowest(), settings.highest());
  }

  private int[] noise() {
    int[] labels = new int[size];
    Arrays.fill(labels, Dbscan.NOISE);
    return labels;
  }
}
