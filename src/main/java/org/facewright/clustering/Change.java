package org.facewright.clustering;

import org.facewright.project.ImageState;

/**
 * One image whose fate would change.
 *
 * @param identity label of its identity
 * @param reason why, in one clause
 * @param similarity to the centre of what would be kept, NaN if unknown
 */
public record Change(
    long imageId,
    long identityId,
    String identity,
    ImageState from,
    ImageState to,
    String reason,
    float similarity) {}
