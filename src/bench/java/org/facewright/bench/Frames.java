package org.facewright.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;

/** Runs so many frames as fast as they come and keeps how long each took. FX thread only. */
public final class Frames extends AnimationTimer {
  private final long[] nanos;
  private final IntConsumer step;
  private final Runnable done;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long windowCpu;
  private long renderCpu;
  private int frame = -1;
  private long last;

  public Frames(int count, IntConsumer step, Runnable done) {
    this.nanos = new long[count];
    this.step = step;
    this.done = done;
  }

  @Override
  public void handle(long now) {
    long time = System.nanoTime();
    if (frame >= 0) {
      nanos[frame] = time - last;
    }
    last = time;
    frame++;
    if (frame == 0) {
      windowCpu = -cpu("JavaFX Application Thread");
      renderCpu = -cpu("QuantumRenderer");
    }
    if (frame == nanos.length) {
      windowCpu += cpu("JavaFX Application Thread");
      renderCpu += cpu("QuantumRenderer");
      stop();
      done.run();
    } else {
      step.accept(frame);
    }
  }

  private long cpu(String name) {
    for (long id : threads.getAllThreadIds()) {
      var info = threads.getThreadInfo(id);
      if (info != null && info.getThreadName().startsWith(name)) {
        return threads.getThreadCpuTime(id);
      }
    }
    return 0;
  }

  /** Wall clock as percentiles; CPU time a frame as a mean, which a busy machine disturbs less. */
  public String summary() {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return String.format(
        "p50 %5.1f  p95 %5.1f  p99 %5.1f  max %6.1f ms; CPU %4.1f window + %4.1f rendering ms",
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 95 / 100] / 1e6,
        sorted[sorted.length * 99 / 100] / 1e6,
        sorted[sorted.length - 1] / 1e6,
        windowCpu / 1e6 / nanos.length,
        renderCpu / 1e6 / nanos.length);
  }
}
