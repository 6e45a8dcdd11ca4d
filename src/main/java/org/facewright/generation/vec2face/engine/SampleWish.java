package org.facewright.generation.vec2face.engine;

/**
 * Vectors of new identities, no two of which are alike.
 *
 * @param target absolute path of the .npy file to write; it appears when it is complete
 * @param count of vectors
 * @param centres absolute path of a .npy file of identity centres to draw like; "" for N(0, 1)
 * @param threshold highest cosine of two
 * @param seed of everything
 */
public record SampleWish(String target, int count, String centres, double threshold, long seed) {}
