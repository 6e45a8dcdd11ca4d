package org.facewright.ui.chart;

/**
 * What one arm of an experiment came to.
 *
 * @param values one for each trial
 * @param mean NaN while there is no trial
 * @param low of the mean's interval; NaN where there is none
 * @param high likewise
 */
@SuppressWarnings("ArrayRecordComponent") // Read only, and compared by nobody.
public record ArmInterval(
    String name, double[] values, double mean, double low, double high, Ink ink) {}
