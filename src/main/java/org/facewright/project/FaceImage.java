package org.facewright.project;

import org.jspecify.annotations.Nullable;

/**
 * One image of an identity.
 *
 * @param identityId the identity it belongs to now
 * @param name its file name within the identity, such as {@code 000.jpg}
 * @param width in pixels, 0 for an image that has only an embedding
 * @param decided whether a person has spoken: then no expert changes it
 * @param reason why it has its state, in one plain sentence; null before it was judged
 * @param similarity to its identity's centre by the last clustering, NaN before
 */
public record FaceImage(
    long id,
    long identityId,
    String name,
    ContentHash hash,
    ImageStore.Location location,
    int width,
    int height,
    ImageState state,
    boolean decided,
    @Nullable String reason,
    float similarity) {}
