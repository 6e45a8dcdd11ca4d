package org.facewright.bench;

import java.util.Arrays;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;

/** Runs so many frames as fast as they come and keeps how long each took. FX thread only. */
final class Frames extends AnimationTimer {
  private final long[] nanos;
  private final IntConsumer step;
  private final Runnable done;
  private int frame = -1;
  private long last;

  Frames(int count, IntConsumer step, Runnable done) {
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
    if (frame == nanos.length) {
      stop();
      done.run();
    } else {
      step.accept(frame);
    }
  }

  String summary() {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return String.format(
        "p50 %5.1f  p95 %5.1f  p99 %5.1f  max %6.1f ms",
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 95 / 100] / 1e6,
        sorted[sorted.length * 99 / 100] / 1e6,
        sorted[sorted.length - 1] / 1e6);
  }
}
