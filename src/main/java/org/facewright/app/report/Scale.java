package org.facewright.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A range of numbers with round marks.
 *
 * @param low first mark
 * @param high last mark
 * @param step between marks
 */
record Scale(double low, double high, double step) {
  private static final int MARKS = 5;

  /** The round range that holds both, a little apart at least. */
  static Scale around(double least, double most) {
    double span = Math.max(most - least, 1e-9);
    double rough = span / MARKS;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = power;
    for (double factor : new double[] {1, 2, 5, 10}) {
      if (power * factor >= rough) {
        step = power * factor;
        break;
      }
    }
    return new Scale(Math.floor(least / step) * step, Math.ceil(most / step) * step, step);
  }

  /** Where a number lies, 0..1. */
  double place(double number) {
    return (number - low) / (high - low);
  }

  List<Double> marks() {
    List<Double> marks = new ArrayList<>();
    long count = Math.round((high - low) / step);
    for (long i = 0; i <= count; i++) {
      marks.add(low + i * step);
    }
    return marks;
  }

  String label(double mark) {
    int digits = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    return String.format(Locale.ROOT, "%,." + digits + "f", mark + 0.0);
  }
}
