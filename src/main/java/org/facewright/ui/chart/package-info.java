/**
 * Histogram, curves, heat map, scatter map and funnel, drawn in the theme's inks; export to PNG and
 * CSV.
 */
@NullMarked
package org.facewright.ui.chart;

import org.jspecify.annotations.NullMarked;
