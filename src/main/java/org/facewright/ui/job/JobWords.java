package org.facewright.ui.job;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.facewright.ui.text.Texts;

/** Progress in words: counts with separators, rate, time left. */
final class JobWords {
  private static final Texts TEXTS = Texts.of(JobWords.class);

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
      parts.add(TEXTS.get("set-aside", row.failures().get()));
    }
    return String.join("  ·  ", parts);
  }

  static String timeLeft(double seconds) {
    if (seconds < 90) {
      return TEXTS.get("left.seconds", Math.max(1, Math.round(seconds)));
    }
    if (seconds < 90 * 60) {
      return TEXTS.get("left.minutes", Math.round(seconds / 60));
    }
    return seconds < 36 * 3600
        ? TEXTS.get("left.hours", seconds / 3600)
        : TEXTS.get("left.days", seconds / 86400);
  }

  private static String rate(double rate) {
    return rate < 10 ? "%.1f".formatted(rate) : count(Math.round(rate));
  }

  private static String count(long count) {
    return NumberFormat.getIntegerInstance().format(count);
  }
}
