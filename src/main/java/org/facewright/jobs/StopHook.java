package org.facewright.jobs;

/** Something to be done when the user stops the process: Ctrl-C or a polite kill. */
public final class StopHook implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 30_000;

  private final Thread hook;
  private volatile boolean over;

  /**
   * @param stop asks the work to stop; the process ends when {@link #close} was reached, at the
   *     latest after half a minute
   */
  public StopHook(Runnable stop) {
    hook =
        new Thread(
            () -> {
              stop.run();
              awaitEnd();
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void awaitEnd() {
    long start = System.nanoTime();
    while (!over && System.nanoTime() - start < PATIENCE_MILLIS * 1_000_000) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** The work has stopped or ended. */
  @Override
  public void close() {
    over = true;
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already: the hook has seen that the work is over.
      return;
    }
  }
}
