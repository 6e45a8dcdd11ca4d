package org.facewright.verdict.sheet;

import org.facewright.project.ContentHash;

/**
 * A face of an identity that is to be judged.
 *
 * @param similarity to the identity's centre, NaN if unknown
 * @param questioned whether the experts before found it ambiguous; the others may be references
 */
public record CaseFace(
    long imageId, ContentHash hash, String name, double similarity, boolean questioned) {}
