package org.facewright.verdict.run;

import org.facewright.verdict.ledger.BatchStage;

/**
 * How a batch stands.
 *
 * @param batch our name for it
 * @param status in words: the server's, or what hinders
 * @param answered as the server says, of {@code total}
 */
public record BatchProgress(
    String batch, BatchStage stage, String status, int answered, int total) {}
