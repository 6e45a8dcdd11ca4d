package org.facewright.verdict.model;

import org.jspecify.annotations.Nullable;

/**
 * How a batch stands at the server.
 *
 * @param status the server's word
 * @param answered of {@code total} questions
 * @param outputFile the server's name for the file of answers, null if there is none (yet)
 * @param errorFile of the questions that failed, null if there is none
 */
public record BatchInfo(
    String id,
    String status,
    int answered,
    int total,
    @Nullable String outputFile,
    @Nullable String errorFile) {
  /** Whether nothing more will happen to it. */
  public boolean over() {
    return switch (status) {
      case "completed", "failed", "expired", "cancelled" -> true;
      default -> false;
    };
  }
}
