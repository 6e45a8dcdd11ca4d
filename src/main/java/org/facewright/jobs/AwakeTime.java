package org.facewright.jobs;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Time in which this process could work: {@link System#nanoTime} without the gaps in which the
 * machine slept or the process was stopped. A thread looks twice a second; when a look comes late
 * by more than five seconds, nobody could work in between. (Linux leaves sleep out of its own
 * clock, Windows counts it; a stopped process sees it everywhere.) Thread-safe.
 */
public final class AwakeTime implements AutoCloseable {
  private static final long LOOK_MILLIS = 500;
  private static final long GAP_NANOS = 5_000_000_000L;

  private final LongSupplier source;
  private final SerialThread watch = new SerialThread("awake");
  private long last;
  private long slept;
  private boolean closed;

  /** Starts watching now. */
  public AwakeTime() {
    this(System::nanoTime);
  }

  /**
   * @param source nanoseconds, as {@link System#nanoTime} counts them
   */
  AwakeTime(LongSupplier source) {
    this.source = source;
    last = source.getAsLong();
    var unused = watch.submit(this::watch);
  }

  private synchronized boolean watch() throws InterruptedException {
    while (!closed) {
      look();
      wait(LOOK_MILLIS);
    }
    return true;
  }

  private void look() {
    long now = source.getAsLong();
    if (now - last > GAP_NANOS) {
      slept += now - last;
    }
    last = now;
  }

  /** Nanoseconds since some moment; only differences mean something. */
  public synchronized long nanos() {
    look();
    return last - slept;
  }

  /** All gaps so far. */
  public synchronized Duration slept() {
    look();
    return Duration.ofNanos(slept);
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    watch.close();
  }
}
