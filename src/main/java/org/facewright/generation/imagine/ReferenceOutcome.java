package org.facewright.generation.imagine;

/** What becomes of a picture. All but the first lead to another try. */
public enum ReferenceOutcome {
  ACCEPTED("accepted"),
  NO_FACE("no face"),
  SEVERAL_FACES("several faces"),
  TURNED_AWAY("turned away"),
  POOR("poor quality"),
  TWIN("looks like somebody here"),
  LEAK("looks like a gallery");

  private final String label;

  ReferenceOutcome(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Whether a person may take it all the same: it shows exactly one face. */
  public boolean overridable() {
    return this != NO_FACE && this != SEVERAL_FACES;
  }
}
