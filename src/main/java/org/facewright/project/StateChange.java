package org.facewright.project;

/**
 * What an expert says of one image.
 *
 * @param similarity to the identity's centre, NaN where it has none
 * @param cluster -1 for none
 */
public record StateChange(
    long imageId, ImageState state, String reason, float similarity, int cluster) {}
