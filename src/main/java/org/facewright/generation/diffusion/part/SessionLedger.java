package org.facewright.generation.diffusion.part;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what is held in native memory and how long networks ran. Thread-safe.
 *
 * <p>Both counts of open things are zero whenever nothing is being made: tests hold every path to
 * that.
 */
public final class SessionLedger {
  private final AtomicInteger sessions = new AtomicInteger();
  private final AtomicInteger tensors = new AtomicInteger();
  private final AtomicInteger everOpened = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong();

  /** Networks that were opened and not yet closed. */
  public int openSessions() {
    return sessions.get();
  }

  /** Native tensors and results that were made and not yet closed. */
  public int openTensors() {
    return tensors.get();
  }

  /** How often a network was opened so far. */
  public int everOpened() {
    return everOpened.get();
  }

  /** Nanoseconds spent inside networks so far. */
  public long nanosInside() {
    return nanos.get();
  }

  void sessionOpened() {
    sessions.incrementAndGet();
    everOpened.incrementAndGet();
  }

  void sessionClosed() {
    sessions.decrementAndGet();
  }

  void tensorOpened() {
    tensors.incrementAndGet();
  }

  void tensorClosed() {
    tensors.decrementAndGet();
  }

  void ran(long duration) {
    nanos.addAndGet(duration);
  }
}
