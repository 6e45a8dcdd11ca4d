package org.facewright.jobs;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fixed number of daemon threads for short tasks (decoding, thumbnails, previews). Closing lets
 * the tasks at hand end; nobody is interrupted. Thread-safe.
 */
public final class Workers implements Executor, AutoCloseable {
  private final ExecutorService threads;

  /**
   * @param name the threads' name, for stack dumps
   * @param count how many, at least 1
   */
  public Workers(String name, int count) {
    AtomicInteger number = new AtomicInteger();
    threads =
        Executors.newFixedThreadPool(
            count,
            task -> {
              Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public void execute(Runnable task) {
    threads.execute(task);
  }

  /** Takes no more tasks, waits up to ten seconds for those accepted. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      threads.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      // The threads are daemons: they do not hold up the end.
      return;
    }
  }
}
