package org.facewright.ui.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear axis: values to pixels and back, and round ticks (steps of 1, 2 or 5 times a power of
 * 10).
 */
record Scale(double low, double high, double from, double to) {
  Scale {
    if (!(high > low)) {
      high = low + 1;
    }
  }

  double pixel(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  double value(double pixel) {
    return low + (pixel - from) / (to - from) * (high - low);
  }

  double step(int about) {
    double raw = (high - low) / Math.max(1, about);
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double lead = raw / power;
    return power * (lead < 1.5 ? 1 : lead < 3.2 ? 2 : lead < 7.5 ? 5 : 10);
  }

  List<Double> ticks(int about) {
    double step = step(about);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** A tick as text, with just the decimals its step needs. */
  String text(double tick, int about) {
    double step = step(about);
    if (step >= 1) {
      return "%,.0f".formatted(tick);
    }
    int decimals = (int) Math.ceil(-Math.log10(step) - 1e-9);
    return ("%." + decimals + "f").formatted(tick + 0.0);
  }
}
