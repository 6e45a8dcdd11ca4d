package org.facewright.ui.preview;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs previews so that something new is seen all the time while a slider moves: one computation
 * runs, the newest question waits, older waiting ones are dropped, and every finished result newer
 * than the one shown is painted. Nothing is cancelled half-way, so a fast drag never starves.
 *
 * <p>{@link #ask} may be called from any thread. Results arrive through {@code paint} in the order
 * of their questions.
 */
public final class LatestOnly<Q, A> {
  /** Computes the answer; may throw what it likes, {@code failed} is told. */
  public interface Computation<Q, A> {
    A answer(Q question) throws Exception;
  }

  private final Executor worker;
  private final Executor painter;
  private final Computation<Q, A> computation;
  private final Consumer<A> paint;
  private final Consumer<Exception> failed;
  private @Nullable Q pending;
  private boolean running;

  /**
   * @param worker where answers are computed; one task of ours at a time
   * @param painter where they are shown, usually {@code Platform::runLater}
   */
  public LatestOnly(
      Executor worker,
      Executor painter,
      Computation<Q, A> computation,
      Consumer<A> paint,
      Consumer<Exception> failed) {
    this.worker = worker;
    this.painter = painter;
    this.computation = computation;
    this.paint = paint;
    this.failed = failed;
  }

  /** Asks; returns at once. */
  public void ask(Q question) {
    synchronized (this) {
      pending = question;
      if (running) {
        return;
      }
      running = true;
    }
    start();
  }

  /** True while an answer is being computed or waits to be. */
  public synchronized boolean busy() {
    return running;
  }

  private void start() {
    try {
      worker.execute(this::work);
    } catch (RejectedExecutionException e) {
      // The worker is closing: whoever asks is leaving too, and waits for nothing.
      synchronized (this) {
        running = false;
        pending = null;
      }
    }
  }

  private void work() {
    Q question = take();
    if (question != null) {
      answer(question);
    }
    synchronized (this) {
      if (pending == null) {
        running = false;
        return;
      }
    }
    // Queued anew rather than looped: others who share the worker get their turn.
    start();
  }

  private synchronized @Nullable Q take() {
    Q question = pending;
    pending = null;
    return question;
  }

  private void answer(Q question) {
    try {
      A answer = computation.answer(question);
      painter.execute(() -> paint.accept(answer));
    } catch (Exception e) {
      painter.execute(() -> failed.accept(e));
    }
  }
}
