package org.facewright.verdict.fusion;

/**
 * Somebody who votes.
 *
 * @param id such as {@code "clustering:fixed"} or {@code "llm:gpt-4o"}
 * @param family experts who look at the same thing, such as one embedding, and so err together
 * @param reliability what is believed of it before anything was reviewed: the share of its votes
 *     that are right, above 0.5 and below 1
 */
public record Expert(String id, String family, double reliability) {
  public Expert {
    if (!(reliability > 0.5 && reliability < 1)) {
      throw new IllegalArgumentException(id + ": a reliability lies between 0.5 and 1");
    }
  }
}
