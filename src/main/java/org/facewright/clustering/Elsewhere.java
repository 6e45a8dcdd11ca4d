package org.facewright.clustering;

/**
 * Where a doubtful image may belong instead.
 *
 * @param identity number of the other identity that it looks most like
 * @param similarity cosine to that identity's centre, -1..1
 */
public record Elsewhere(int identity, float similarity) {}
