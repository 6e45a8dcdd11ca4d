package org.facewright.inference.nearest;

import org.facewright.vector.FloatMatrix;

/**
 * Kept rows, compared with others fast: products up to a bounded error. Whoever needs the exact
 * truth looks again where the error could matter. One thread.
 */
public interface Screen extends AutoCloseable {
  /** Rows that one call of {@link #groups} takes at most. */
  int WINDOW = 8192;

  /**
   * The highest product of each kept row with any row of each group.
   *
   * @param groups how many
   * @param apart from the first row of one group to the first row of the next
   * @param step from one row of a group to its next; 1 where groups lie side by side
   * @param best [kept rows][groups]; where a group has fewer rows than others it may be 0 instead
   *     of a lower value
   */
  @SuppressWarnings("ArrayRecordComponent") // Millions of numbers: read in place.
  record Groups(int groups, int apart, int step, float[] best) {
    /** The first row of a group. */
    int first(int group) {
      return group * apart;
    }

    /** How many of {@code count} rows a group has; its first is one of them. */
    int size(int group, int count) {
      int rest = Math.ceilDiv(count - first(group), step);
      return step == 1 ? Math.min(apart, rest) : rest;
    }
  }

  /** Largest difference between an answer and the truth, for rows of length 1. */
  float margin();

  /** The highest truth that an answer leaves possible, for rows of length 1. */
  default float highest(float answer) {
    return answer + margin();
  }

  /** Adds the first rows of a matrix, each of length 1. */
  void keep(FloatMatrix unit, int count) throws ScreenException;

  /** The highest product of each row with any kept one; -1 while none is kept. */
  float[] nearest(FloatMatrix unit) throws ScreenException;

  /**
   * The highest products of each kept row with groups of given rows.
   *
   * @param rows [&gt;= first + count][columns], each of length 1
   * @param count 1 to {@link #WINDOW}
   */
  Groups groups(float[] rows, int first, int count) throws ScreenException;

  @Override
  void close();
}
