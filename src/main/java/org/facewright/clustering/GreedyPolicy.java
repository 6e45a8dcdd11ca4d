package org.facewright.clustering;

/**
 * Leader grouping, the second rule of the published script: the first image that is in no group
 * leads a new one and takes in every ungrouped image similar enough to it; the largest group, the
 * first of equals, is kept.
 *
 * @param similarity lowest cosine similarity to the leader, -1..1
 */
public record GreedyPolicy(double similarity) implements CleaningPolicy {
  public GreedyPolicy {
    Ranges.within("similarity", similarity, -1, 1);
  }

  /** As published: .5. */
  public static GreedyPolicy published() {
    return new GreedyPolicy(.5);
  }

  @Override
  public String name() {
    return "greedy";
  }
}
