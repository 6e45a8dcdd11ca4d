package org.facewright.project;

/**
 * What an expert says of one image.
 *
 * @param similarity to the identity's centre, NaN where it has none
 */
public record StateChange(long imageId, ImageState state, String reason, float similarity) {}
