package org.facewright.clustering;

import java.util.Locale;

/** Why an image ended as it did. */
public enum Reason {
  // Any policy.
  KEPT_BY_PERSON("kept by a person"),
  REJECTED_BY_PERSON("rejected by a person"),
  LIKE_REJECTED("most like an image that a person rejected"),
  NO_EMBEDDING("no embedding: unreadable, or no face found"),
  IDENTITY_TOO_LARGE(
      "the identity has more than "
          + NeighbourGraph.LARGEST_IDENTITY
          + " images, too many to compare: split it"),

  // Policies that cut.
  IN_CLUSTER("in the identity's main cluster (%1$s to its centre, threshold %2$s)"),
  OUTSIDE_CLUSTER("outside the identity's main cluster (%1$s to its centre, threshold %2$s)"),
  NEAR_CLUSTER("just outside the identity's main cluster (%1$s to its centre, threshold %2$s)"),
  NO_CLUSTER("no images of this identity are alike enough for a cluster (threshold %2$s)"),
  OTHER_CLUSTER_CHOSEN("in a larger cluster than the one whose images a person kept"),

  // The default policy.
  OWN_PERSON("like the identity's other images (%1$s to their centre; chance of being right %3$s)"),
  SOMEBODY_ELSE(
      "unlike the identity's other images (%1$s to their centre; chance of being right %3$s)"),
  OTHER_IDENTITY("like another identity's images (%1$s to its own; chance of being right %3$s)"),
  DOUBTFUL("could be either (%1$s to the others' centre; chance of being right %3$s)"),
  CONTESTED("two people share this identity about equally: whose is it?"),
  ONLY_IMAGE("the only image of its identity: nothing to compare with"),
  NO_TWO_ALIKE("no two images of this identity show the same person");

  private final String pattern;

  Reason(String pattern) {
    this.pattern = pattern;
  }

  String text(float similarity, float threshold, float chance) {
    return String.format(
        Locale.ROOT, pattern, number(similarity), number(threshold), percent(chance));
  }

  private static String number(float value) {
    return Float.isNaN(value) ? "unknown" : String.format(Locale.ROOT, "%.2f", value);
  }

  private static String percent(float chance) {
    if (Float.isNaN(chance)) {
      return "unknown";
    }
    if (chance < .001f) {
      return "under 0.1 %";
    }
    return chance > .999f ? "over 99.9 %" : String.format(Locale.ROOT, "%.1f %%", 100 * chance);
  }
}
