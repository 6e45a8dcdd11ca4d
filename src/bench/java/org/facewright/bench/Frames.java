package org.facewright.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;

/**
 * Runs so many frames as fast as they come and keeps how long it was from each to the next, and how
 * much of that the window's and the drawing thread worked. FX thread only.
 */
public final class Frames extends AnimationTimer {
  private final long[] nanos;
  private final long[] window;
  private final long[] render;
  private final IntConsumer step;
  private final Runnable done;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long windowThread;
  private long renderThread;
  private int frame = -1;
  private long last;

  public Frames(int count, IntConsumer step, Runnable done) {
    this.nanos = new long[count];
    this.window = new long[count + 1];
    this.render = new long[count + 1];
    this.step = step;
    this.done = done;
  }

  @Override
  public void handle(long now) {
    long time = System.nanoTime();
    if (frame >= 0) {
      nanos[frame] = time - last;
    } else {
      windowThread = thread("JavaFX Application Thread");
      renderThread = thread("QuantumRenderer");
    }
    last = time;
    frame++;
    window[frame] = threads.getThreadCpuTime(windowThread);
    render[frame] = threads.getThreadCpuTime(renderThread);
    if (frame == nanos.length) {
      stop();
      done.run();
    } else {
      step.accept(frame);
    }
  }

  private long thread(String name) {
    for (long id : threads.getAllThreadIds()) {
      var info = threads.getThreadInfo(id);
      if (info != null && info.getThreadName().startsWith(name)) {
        return id;
      }
    }
    throw new IllegalStateException("there is no thread " + name);
  }

  /**
   * Wall clock and both threads' work as percentiles; work is what a busy machine disturbs less.
   */
  public String summary() {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    long[] work = new long[nanos.length];
    for (int i = 0; i < work.length; i++) {
      work[i] = window[i + 1] - window[i] + render[i + 1] - render[i];
    }
    Arrays.sort(work);
    return String.format(
        "p50 %5.1f  p95 %5.1f  p99 %5.1f  max %6.1f ms; work p50 %4.1f  p95 %4.1f ms"
            + " (mean: window %.1f, drawing %.1f)",
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 95 / 100] / 1e6,
        sorted[sorted.length * 99 / 100] / 1e6,
        sorted[sorted.length - 1] / 1e6,
        work[work.length / 2] / 1e6,
        work[work.length * 95 / 100] / 1e6,
        (window[nanos.length] - window[0]) / 1e6 / nanos.length,
        (render[nanos.length] - render[0]) / 1e6 / nanos.length);
  }
}
