package org.facewright.gallery.map;

/**
 * The nearest others of each point.
 *
 * @param k neighbours of each
 * @param points [n][k] numbers of points, nearest first, -1 where there are fewer; never the point
 *     itself
 * @param similarities [n][k] cosines, NaN where there are fewer
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of them, read in place.
record Neighbourhood(int k, int[] points, float[] similarities) {
  int size() {
    return points.length / k;
  }
}
