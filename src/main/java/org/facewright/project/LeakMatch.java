package org.facewright.project;

/**
 * What comparing a row with a block of gallery rows gave.
 *
 * @param asked id of the row that was asked about
 * @param aboveSimilar how many rows of the block are above .5
 * @param aboveSame how many are above .7
 * @param rows within the block, the nearest first; -1 where there are fewer
 * @param similarities of those rows
 */
@SuppressWarnings("ArrayRecordComponent") // Hundreds of thousands are read at a time.
public record LeakMatch(
    long asked, int aboveSimilar, int aboveSame, int[] rows, float[] similarities) {}
