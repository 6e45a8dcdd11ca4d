package org.facewright.verdict.model;

import org.facewright.verdict.cost.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What came back, and was billed.
 *
 * @param raw the reply's body, with anything that looks like the key blotted out
 * @param content the answer's text; null if there is none
 * @param refusal why there is none, or why it is not whole; null if it is
 * @param usage null if the server does not say
 * @param servedBy the model's name as the server says it
 */
public record ModelReply(
    String raw,
    @Nullable String content,
    @Nullable String refusal,
    @Nullable Usage usage,
    String servedBy) {}
