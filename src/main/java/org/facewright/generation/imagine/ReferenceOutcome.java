package org.facewright.generation.imagine;

/** What becomes of a picture. All but the first lead to another try. */
public enum ReferenceOutcome {
  ACCEPTED("accepted", ""),
  NO_FACE("no face", "one face"),
  SEVERAL_FACES("several faces", "one face"),
  TURNED_AWAY("turned away", "pose"),
  POOR("poor quality", "quality"),
  TWIN("looks like somebody here", "separation"),
  LEAK("looks like a gallery", "leakage");

  private final String label;
  private final String gate;

  ReferenceOutcome(String label, String gate) {
    this.label = label;
    this.gate = gate;
  }

  /** The gate that it did not pass, as the page calls it; empty where it passed all. */
  String gate() {
    return gate;
  }

  public String label() {
    return label;
  }

  /** Whether a person may take it all the same: it shows exactly one face. */
  public boolean overridable() {
    return this != NO_FACE && this != SEVERAL_FACES;
  }
}
