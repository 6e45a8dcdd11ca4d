package org.facewright.ui.chart;

/** Something whose numbers can be taken elsewhere. */
public interface Exportable {
  /** A short name for the file, such as {@code similarity-histogram}. */
  String exportName();

  /** All its numbers, with a heading line; commas, points, LF. */
  String csv();
}
