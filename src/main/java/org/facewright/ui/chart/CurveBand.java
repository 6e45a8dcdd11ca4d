package org.facewright.ui.chart;

/** A named stretch of the x axis under the curves, such as a stage of a curriculum. */
public record CurveBand(String name, double from, double to, Ink ink) {}
