package org.facewright.experiment;

import java.util.List;
import java.util.Locale;

/** A question that the published system leaves open. */
public enum Question {
  /** Is it the cleaning that helps, or only that there are fewer pictures? */
  CLEANING(
      "Does cleaning help?",
      "The same network learns from the set as it came, from what cleaning kept, and from as many"
          + " pictures drawn at random.",
      List.of("raw", "cleaned", "random")),
  /** Are made people as varied and as far apart as the source's? */
  GENERATION(
      "Are the new people like real ones?",
      "How alike the pictures of one identity are, and how alike two identities, in the source set"
          + " and among the new people. Nothing is trained.",
      List.of("source")),
  /** Does the order matter when everything else is the same? */
  CURRICULUM(
      "Does the order help?",
      "The same network learns the same pictures in different orders, for equally many steps.",
      List.of("shuffled", "measured", "paper"));

  private final String title;
  private final String explanation;
  private final List<String> arms;

  Question(String title, String explanation, List<String> arms) {
    this.title = title;
    this.explanation = explanation;
    this.arms = arms;
  }

  public String title() {
    return title;
  }

  /** What is compared, in a sentence or two. */
  public String explanation() {
    return explanation;
  }

  /** What is compared usually, the control first. */
  public List<String> arms() {
    return arms;
  }

  /** Whether its arms are trained networks. */
  public boolean trains() {
    return this != GENERATION;
  }

  /** As the command line calls it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
