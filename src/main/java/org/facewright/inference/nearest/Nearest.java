package org.facewright.inference.nearest;

/**
 * The rows most similar to each query, and how many are above limits. Similarities are {@link
 * org.facewright.vector.Kernels#exactDot}, whatever found them.
 *
 * @param k rows of each query at most
 * @param rows [queries][k] numbers of rows, the most similar first, of equals the lower number; -1
 *     where there are fewer than k
 * @param similarities [queries][k]; NaN where there is no row
 * @param above [limits][queries] how many rows are more similar than each limit
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of results: read in place.
public record Nearest(int k, long[] rows, float[] similarities, long[][] above) {}
