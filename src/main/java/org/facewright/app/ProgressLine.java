package org.facewright.app;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.facewright.jobs.JobEvent;
import org.facewright.jobs.JobState;
import org.facewright.jobs.Progress;
import org.jspecify.annotations.Nullable;

/** Progress as one line that rewrites itself, at most five times a second. One thread at a time. */
final class ProgressLine implements Consumer<JobEvent> {
  private static final long GAP_NANOS = 200_000_000L;

  private final PrintStream out;
  private final boolean moving;
  private long last;
  private int width;

  ProgressLine(PrintStream out, boolean moving) {
    this.out = out;
    this.moving = moving;
  }

  @Override
  public void accept(JobEvent event) {
    boolean end = event.job().state() != JobState.RUNNING;
    long now = System.nanoTime();
    if (!moving || (!end && now - last < GAP_NANOS)) {
      return;
    }
    last = now;
    show(event.job().title() + "  " + text(event.progress()));
    if (end) {
      end();
    }
  }

  /** Shows a text in place of the last one. */
  void show(String text) {
    if (moving) {
      out.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
      out.flush();
      width = text.length();
    }
  }

  /** Ends the line. */
  void end() {
    if (moving && width > 0) {
      out.println();
      width = 0;
    }
  }

  static String text(Progress progress) {
    StringBuilder text = new StringBuilder();
    text.append("%,d".formatted(progress.done() + progress.failed()));
    if (progress.total() >= 0) {
      text.append(String.format(Locale.ROOT, " of %,d", progress.total()));
    }
    if (progress.failed() > 0) {
      text.append(String.format(Locale.ROOT, ", %,d failed", progress.failed()));
    }
    if (progress.rate() > 0) {
      text.append(String.format(Locale.ROOT, ", %,.0f/s", progress.rate()));
    }
    Duration remaining = progress.remaining();
    if (remaining != null && remaining.toSeconds() > 0) {
      text.append(", ").append(text(remaining)).append(" left");
    }
    return text.toString();
  }

  static String text(@Nullable Duration duration) {
    if (duration == null) {
      return "?";
    }
    long seconds = duration.toSeconds();
    return seconds < 60
        ? seconds + " s"
        : seconds < 3600
            ? seconds / 60 + " min " + seconds % 60 + " s"
            : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
