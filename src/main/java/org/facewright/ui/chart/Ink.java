package org.facewright.ui.chart;

import java.util.Locale;

/** The colours charts are drawn in; the stylesheet fills them with the theme's tokens. */
public enum Ink {
  TEXT,
  MUTED,
  GRID,
  GROUND,
  ACCENT,
  SUCCESS,
  WARNING,
  DANGER,
  SERIES_1,
  SERIES_2,
  SERIES_3,
  SERIES_4,
  SERIES_5,
  SERIES_6,
  SERIES_7,
  SERIES_8;

  private static final int FIRST_SERIES = SERIES_1.ordinal();
  private static final int SERIES = 8;

  /** The ink of the nth series, going round after eight. */
  public static Ink series(int n) {
    return values()[FIRST_SERIES + Math.floorMod(n, SERIES)];
  }

  String property() {
    return "-fw-ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
