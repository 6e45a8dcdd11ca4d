package org.facewright.network.weights;

import java.util.List;

/** Weights that do not fit a network; every mismatch is named. */
public final class WeightMismatchException extends Exception {
  private static final int SHOWN = 8;
  private final transient List<String> mismatches;

  public WeightMismatchException(String network, List<String> mismatches) {
    super(sentence(network, mismatches));
    this.mismatches = List.copyOf(mismatches);
  }

  /** One sentence a tensor. */
  public List<String> mismatches() {
    return mismatches;
  }

  private static String sentence(String network, List<String> mismatches) {
    String shown = String.join("; ", mismatches.subList(0, Math.min(SHOWN, mismatches.size())));
    int more = mismatches.size() - SHOWN;
    return "These weights are not those of "
        + network
        + ": "
        + shown
        + (more > 0 ? "; and " + more + " more" : "")
        + ". Choose the architecture they were trained with.";
  }
}
