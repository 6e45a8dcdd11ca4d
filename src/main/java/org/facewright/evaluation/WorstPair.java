package org.facewright.evaluation;

/**
 * A pair that was told wrong, or nearly so.
 *
 * @param similarity cosine of its two features
 * @param left file name of the first picture in the evaluation's folder
 * @param leftPlace where it came from
 */
public record WorstPair(
    int pair, double similarity, String left, String right, String leftPlace, String rightPlace) {}
