package org.facewright.generation.vec2face.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.facewright.generation.vec2face.preview.Frame.Cell;
import org.facewright.image.RgbImage;
import org.facewright.jobs.JobException;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;
import org.jspecify.annotations.Nullable;

/**
 * Draws the newest question, a few faces at a time: the large face first, then variants, painted as
 * they come. A newer question takes over between two portions, and the variants go on where the
 * last question stopped, so that during a long drag every cell is drawn anew in turn. Similarities
 * come when nothing newer waits. {@link #ask} returns at once, from any thread.
 */
final class PreviewLoop {
  /** Faces drawn at once: what a newer question has to wait for. */
  private static final int PORTION = 4;

  private final Executor worker;
  private final Executor painter;
  private final FaceDrawer drawer;
  private final Consumer<Frame> paint;
  private final Consumer<JobException> failed;
  private @Nullable Question pending;
  private boolean running;

  // Of the worker's thread alone.
  private final List<Optional<Cell>> cells = new ArrayList<>();
  private int cursor;
  private boolean dragging;
  private @Nullable PreviewReference known;
  private float @Nullable [] likeness;
  private String blind = "";

  /**
   * @param worker where faces are drawn; one task of ours at a time
   * @param painter where they are shown, usually {@code Platform::runLater}
   */
  PreviewLoop(
      Executor worker,
      Executor painter,
      FaceDrawer drawer,
      Consumer<Frame> paint,
      Consumer<JobException> failed) {
    this.worker = worker;
    this.painter = painter;
    this.drawer = drawer;
    this.paint = paint;
    this.failed = failed;
  }

  void ask(Question question) {
    synchronized (this) {
      pending = question;
      if (running) {
        return;
      }
      running = true;
    }
    worker.execute(this::work);
  }

  private synchronized @Nullable Question take() {
    Question question = pending;
    pending = null;
    if (question == null) {
      running = false;
    }
    return question;
  }

  private synchronized boolean overtaken() {
    return pending != null;
  }

  private void work() {
    Question question = take();
    if (question == null) {
      return;
    }
    try {
      answer(question);
    } catch (JobException e) {
      painter.execute(() -> failed.accept(e));
    }
    try {
      // Queued anew rather than looped: others who share the worker get their turn.
      worker.execute(this::work);
    } catch (RejectedExecutionException e) {
      // The page is closing: nobody looks any more.
      take();
    }
  }

  private void answer(Question question) throws JobException {
    long start = System.nanoTime();
    float[] base = question.base();
    fit(question.form().count());
    // In a drag the large face comes with a portion: one batch takes less than two.
    int drawn = dragging ? Math.min(PORTION, cells.size()) : 0;
    RgbImage large = portion(question, base, true, drawn).orElseThrow();
    Painting now = new Painting(question, large, since(start));
    now.paint(Double.NaN);
    while (drawn < cells.size() && !overtaken()) {
      int size = Math.min(PORTION, cells.size() - drawn);
      portion(question, base, false, size);
      drawn += size;
      now.paint(drawn < cells.size() ? Double.NaN : since(start));
    }
    dragging = overtaken();
    if (!dragging) {
      compare(now, since(start));
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private void fit(int count) {
    while (cells.size() > count) {
      cells.removeLast();
    }
    while (cells.size() < count) {
      cells.add(Optional.empty());
    }
    cursor = count == 0 ? 0 : cursor % count;
  }

  /** Draws the next cells, and the large face with them if it is asked for. */
  private Optional<RgbImage> portion(Question question, float[] base, boolean large, int size)
      throws JobException {
    int before = large ? 1 : 0;
    int[] numbers = new int[before + size];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i < before ? -1 : (cursor + i - before) % cells.size();
    }
    List<RgbImage> pictures = draw(question, base, numbers);
    for (int i = before; i < numbers.length; i++) {
      cells.set(numbers[i], Optional.of(new Cell(pictures.get(i), question.number(), Double.NaN)));
    }
    cursor = cells.isEmpty() ? 0 : (cursor + size) % cells.size();
    return large ? Optional.of(pictures.getFirst()) : Optional.empty();
  }

  private List<RgbImage> draw(Question question, float[] base, int[] numbers) throws JobException {
    float[] rows = new float[numbers.length * base.length];
    long[] seeds = new long[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      float[] row = numbers[i] < 0 ? base : question.variant(base, numbers[i]);
      System.arraycopy(row, 0, rows, i * base.length, base.length);
      seeds[i] = question.maskSeed(numbers[i]);
    }
    return drawer.draw(
        new FloatMatrix(numbers.length, base.length, rows), seeds, question.form().maskRate());
  }

  /** Similarities of the base and all cells, in portions too. */
  private void compare(Painting now, double millis) {
    try {
      float[] wanted = likeness(now.question);
      FloatMatrix seen = drawer.embed(List.of(now.base));
      now.alike = Kernels.cosine(wanted, seen.row(0));
      for (int from = 0; from < cells.size() && !overtaken(); from += PORTION) {
        compare(wanted, from, Math.min(cells.size(), from + PORTION));
        now.paint(millis);
      }
    } catch (JobException e) {
      // Faces can be looked at without a recogniser: it is said beside them.
      blind = String.valueOf(e.getMessage());
      now.paint(millis);
    }
  }

  private void compare(float[] wanted, int from, int to) throws JobException {
    List<RgbImage> pictures = new ArrayList<>();
    for (int i = from; i < to; i++) {
      pictures.add(cells.get(i).orElseThrow().picture());
    }
    FloatMatrix seen = drawer.embed(pictures);
    for (int i = from; i < to; i++) {
      Cell cell = cells.get(i).orElseThrow();
      double alike = Kernels.cosine(wanted, seen.row(i - from));
      cells.set(i, Optional.of(new Cell(cell.picture(), cell.number(), alike)));
    }
  }

  /** The reference's embedding, or that of the face drawn from it. */
  private float[] likeness(Question question) throws JobException {
    PreviewReference reference = question.reference();
    float[] ready = likeness;
    if (ready != null && reference == known) {
      return ready;
    }
    if (reference.kind().embedding()) {
      ready = reference.vector();
    } else {
      Question plain =
          new Question(question.number(), reference, question.form().withMoves(Moves.NONE));
      ready = drawer.embed(draw(plain, reference.vector(), new int[] {-1})).row(0);
    }
    known = reference;
    likeness = ready;
    blind = "";
    return ready;
  }

  /** A question on its way to the screen. */
  private final class Painting {
    private final Question question;
    private final RgbImage base;
    private final double first;
    private double alike = Double.NaN;

    Painting(Question question, RgbImage base, double first) {
      this.question = question;
      this.base = base;
      this.first = first;
    }

    void paint(double millis) {
      Frame frame = new Frame(question, base, alike, cells, first, millis, blind);
      painter.execute(() -> PreviewLoop.this.paint.accept(frame));
    }
  }
}
