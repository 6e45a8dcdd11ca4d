package org.facewright.evaluation;

/** A confidence interval: low and high end. */
public record Interval(double low, double high) {}
