package org.facewright.generation.imagine;

/** What becomes of a picture. All but the first lead to another try. */
public enum ReferenceOutcome {
  ACCEPTED("accepted", "kept"),
  NO_FACE("no face", "no face"),
  SEVERAL_FACES("several faces", "several"),
  TURNED_AWAY("turned away", "turned"),
  POOR("poor quality", "poor"),
  TWIN("looks like somebody here", "double"),
  LEAK("looks like a gallery", "leak");

  private final String label;
  private final String word;

  ReferenceOutcome(String label, String word) {
    this.label = label;
    this.word = word;
  }

  /** A short one, for below a picture. */
  String word() {
    return word;
  }

  public String label() {
    return label;
  }

  /** Whether a person may take it all the same: it shows exactly one face. */
  public boolean overridable() {
    return this != NO_FACE && this != SEVERAL_FACES;
  }
}
