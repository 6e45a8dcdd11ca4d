package org.facewright.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A face: an encoded picture, a feature vector, or both.
 *
 * @param identity the label: a folder's path with '/', or a number of six digits and more
 * @param name the file's name within the identity, with its extension
 * @param image JPEG, PNG, WebP or BMP bytes as stored, not decoded; null for features alone
 * @param feature embedding as stored, neither normalised nor checked for its length
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
public record FaceEntry(
    long position,
    String place,
    String identity,
    String name,
    byte @Nullable [] image,
    float @Nullable [] feature)
    implements SourceEntry {}
