package org.facewright.ui.form;

import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Numbers of a slider as text and back: a fixed count of decimals, a point or the language's comma,
 * no grouping.
 */
record NumberFormatter(int decimals) {
  String text(double value) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    boolean comma = DecimalFormatSymbols.getInstance().getDecimalSeparator() == ',';
    return comma ? text.replace('.', ',') : text;
  }

  /** Empty when it is no number; a comma is read as a point. */
  OptionalDouble read(String text) {
    try {
      double value = Double.parseDouble(text.strip().replace(',', '.').replace("−", "-"));
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  double rounded(double value) {
    double scale = Math.pow(10, decimals);
    return Math.round(value * scale) / scale;
  }
}
