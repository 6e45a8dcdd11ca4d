package org.facewright.faces;

import org.facewright.vector.FloatMatrix;

/**
 * Embeddings of some faces.
 *
 * @param unit one row a face, L2-normalised
 * @param norms length of each row before it was normalised; a recogniser trained with a magnitude
 *     margin says its confidence by it
 */
@SuppressWarnings("ArrayRecordComponent") // Results: compared by nobody.
public record Embeddings(FloatMatrix unit, float[] norms) {}
