package org.facewright.ui.chart;

import javafx.scene.paint.Color;

/** Which ink a class of points is drawn in. */
final class DotInks {
  private static final int SERIES = 8;

  private DotInks() {}

  /** The inks of all classes in a chart's theme, that of points in no class last. */
  static Color[] of(CanvasChart chart, double opacity) {
    Color[] inks = new Color[SERIES + 1];
    for (int i = 0; i < SERIES; i++) {
      inks[i] = chart.ink(Ink.series(i), opacity);
    }
    inks[SERIES] = chart.ink(Ink.MUTED, opacity * 0.7);
    return inks;
  }

  /** The number of a class's ink; a negative class is none. */
  static int number(int kind) {
    return kind < 0 ? SERIES : kind % SERIES;
  }
}
