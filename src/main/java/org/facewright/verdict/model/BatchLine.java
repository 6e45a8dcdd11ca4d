package org.facewright.verdict.model;

import org.jspecify.annotations.Nullable;

/**
 * One question's fate in a batch.
 *
 * @param reply null if there is none
 * @param problem why not; such a question is not billed
 */
public record BatchLine(String attempt, @Nullable ModelReply reply, @Nullable String problem) {}
