package org.facewright.verdict.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a model is asked.
 *
 * @param model the name the server knows it by
 * @param detail of the picture: "high", "low" or "auto"
 * @param temperature 0..2, null for models that refuse to be told
 * @param tokenLimit the field that limits the answer: {@code max_tokens}, or {@code
 *     max_completion_tokens} for newer models
 * @param format how the answer's form is asked for
 * @param timeout for one question, from sending to the last byte
 */
public record ChatOptions(
    String model,
    String detail,
    @Nullable Double temperature,
    String tokenLimit,
    Format format,
    Duration timeout) {
  /** How the answer's form is asked for. */
  public enum Format {
    /** By a strict JSON schema. */
    SCHEMA,
    /** As some JSON object; the prompt describes it. */
    OBJECT,
    /** Not at all; the prompt describes it. */
    TEXT
  }

  public static ChatOptions of(String model) {
    return new ChatOptions(model, "high", 0.0, "max_tokens", Format.SCHEMA, Duration.ofSeconds(90));
  }
}
