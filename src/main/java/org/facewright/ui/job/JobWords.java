package org.facewright.ui.job;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Progress in words: counts with separators, rate, time left. */
final class JobWords {
  private JobWords() {}

  /** Such as {@code 12,480 / 50,000 · 212 img/s · 3 min left}. */
  static String progress(JobRow row) {
    List<String> parts = new ArrayList<>();
    if (row.total().get() >= 0) {
      parts.add(count(row.done().get()) + " / " + count(row.total().get()));
    } else if (row.done().get() > 0) {
      parts.add(count(row.done().get()) + " " + row.unit().get());
    }
    if (row.phase().get() == JobPhase.RUNNING) {
      if (!Double.isNaN(row.rate().get())) {
        parts.add(rate(row.rate().get()) + " " + row.unit().get() + "/s");
      }
      if (!Double.isNaN(row.secondsLeft().get())) {
        parts.add(timeLeft(row.secondsLeft().get()));
      }
    } else {
      parts.add(row.phase().get().label());
    }
    if (row.failures().get() > 0) {
      parts.add(count(row.failures().get()) + " set aside");
    }
    return String.join("  ·  ", parts);
  }

  static String timeLeft(double seconds) {
    if (seconds < 90) {
      return Math.max(1, Math.round(seconds)) + " s left";
    }
    if (seconds < 90 * 60) {
      return Math.round(seconds / 60) + " min left";
    }
    return seconds < 36 * 3600
        ? String.format(Locale.ROOT, "%.1f h left", seconds / 3600)
        : String.format(Locale.ROOT, "%.1f d left", seconds / 86400);
  }

  private static String rate(double rate) {
    return rate < 10 ? String.format(Locale.ROOT, "%.1f", rate) : count(Math.round(rate));
  }

  private static String count(long count) {
    return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(count);
  }
}
