package org.facewright.app;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.facewright.generation.imagine.DrawingBoard;
import org.facewright.generation.imagine.DrawingStep;

/** What is being drawn, as a line that rewrites itself. */
final class DrawingLine implements Consumer<DrawingBoard.Drawing> {
  private final ProgressLine line;

  DrawingLine(ProgressLine line) {
    this.line = line;
  }

  @Override
  public void accept(DrawingBoard.Drawing drawing) {
    line.show(text(drawing));
  }

  static String text(DrawingBoard.Drawing drawing) {
    DrawingStep step = drawing.step();
    String text =
        String.format(
            Locale.ROOT,
            "%,d of %,d, try %d, step %d of %d, %.2f steps/s",
            drawing.item() + 1,
            drawing.count(),
            drawing.attempt() + 1,
            step.done(),
            step.steps(),
            1 / Math.max(step.secondsPerStep(), 1e-6));
    return Double.isNaN(drawing.secondsLeft())
        ? text
        : text
            + ", "
            + ProgressLine.text(Duration.ofMillis((long) (1000 * drawing.secondsLeft())))
            + " left";
  }

  void end() {
    line.end();
  }
}
