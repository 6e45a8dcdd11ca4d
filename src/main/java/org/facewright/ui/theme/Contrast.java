package org.facewright.ui.theme;

import javafx.scene.paint.Color;

/** Contrast of two colours after WCAG 2.2, "relative luminance" and "contrast ratio". */
public final class Contrast {
  /** Level AA for text below 18 pt. */
  public static final double AA_TEXT = 4.5;

  /** Level AA for large text and for the parts of a control. */
  public static final double AA_PART = 3;

  private Contrast() {}

  /**
   * From 1 (the same) to 21 (black on white); {@code over} is blended onto {@code ground} first.
   */
  public static double ratio(Color over, Color ground) {
    double a = luminance(ground.interpolate(opaque(over), over.getOpacity()));
    double b = luminance(ground);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static Color opaque(Color color) {
    return Color.color(color.getRed(), color.getGreen(), color.getBlue());
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
