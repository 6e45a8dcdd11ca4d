package org.facewright.clustering;

/** The cleaning rules that can be tried side by side. */
public enum Rule {
  DEFAULT(
      "Ours",
      "The chance of each label being right, estimated from this project itself. Drag the line to"
          + " cut by hand instead."),
  PAPER("Paper", "The threshold moves until the largest cluster holds a share within the band."),
  FIXED("Fixed", "One threshold for all identities; the largest cluster is kept."),
  GREEDY("Greedy", "Each image that is in no group yet leads one; the largest group is kept.");

  private final String label;
  private final String sentence;

  Rule(String label, String sentence) {
    this.label = label;
    this.sentence = sentence;
  }

  public String label() {
    return label;
  }

  /** What it does, in one sentence. */
  public String sentence() {
    return sentence;
  }

  /** Whether a threshold is set by hand. */
  public boolean cuts() {
    return this != DEFAULT;
  }
}
