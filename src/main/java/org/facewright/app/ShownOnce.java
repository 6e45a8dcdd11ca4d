package org.facewright.app;

import java.io.PrintStream;
import java.time.Clock;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Closes a window that has been drawn and says when that was: for measuring the start, and for
 * preparing classes when a package is made. FX thread only.
 */
final class ShownOnce extends AnimationTimer {
  /** The first pulse draws; at the second the picture is on its way to the screen. */
  private static final int PULSES = 2;

  private final Stage stage;
  private final int linger;
  private final PrintStream out;
  private final Clock clock;
  private int pulses;

  /**
   * @param linger further pulses, about sixty a second, before the window is closed
   * @param out gets one line, {@code shown} and the milliseconds since 1970
   */
  ShownOnce(Stage stage, int linger, PrintStream out, Clock clock) {
    this.stage = stage;
    this.linger = linger;
    this.out = out;
    this.clock = clock;
  }

  @Override
  public void handle(long now) {
    if (!stage.isShowing()) {
      return;
    }
    pulses++;
    if (pulses == PULSES) {
      out.println("shown " + clock.millis());
    }
    if (pulses >= PULSES + linger) {
      stop();
      Platform.exit();
    }
  }
}
