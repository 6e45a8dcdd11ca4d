package org.facewright.generation.imagine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Where a running job shows what it draws. Thread-safe; hearers return at once. */
public final class DrawingBoard {
  private final List<Consumer<Drawing>> hearers = new CopyOnWriteArrayList<>();

  /**
   * What is being drawn.
   *
   * @param item of the plan, from 0
   * @param count of the plan
   * @param settled people who are done or given up
   * @param attempt from 0
   * @param prompt of the picture
   * @param step that was taken last
   * @param secondsLeft until the whole plan is drawn at the pace measured, NaN while unknown
   */
  public record Drawing(
      int item,
      int count,
      int settled,
      int attempt,
      String prompt,
      DrawingStep step,
      double secondsLeft) {}

  public void hear(Consumer<Drawing> hearer) {
    hearers.add(hearer);
  }

  public void leave(Consumer<Drawing> hearer) {
    hearers.remove(hearer);
  }

  void show(Drawing drawing) {
    hearers.forEach(hearer -> hearer.accept(drawing));
  }
}
