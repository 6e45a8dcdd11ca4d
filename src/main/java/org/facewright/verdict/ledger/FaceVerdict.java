package org.facewright.verdict.ledger;

import org.facewright.verdict.prompt.SamePerson;
import org.jspecify.annotations.Nullable;

/**
 * What a model said of an image.
 *
 * @param hash the image's
 * @param confidence 0..1, null if it said none
 * @param simulated made up for a demonstration
 * @param run in which it was taken, perhaps from an earlier one
 * @param sheet hash of the picture the model saw
 */
public record FaceVerdict(
    String identity,
    long imageId,
    String hash,
    int number,
    SamePerson same,
    @Nullable Double confidence,
    String reason,
    String model,
    boolean simulated,
    String run,
    String sheet) {}
