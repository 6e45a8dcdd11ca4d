package org.facewright.jobs;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * One thread that does one thing after another and that nobody can interrupt: nothing outside this
 * class ever sees it. Made for the database, which a single interrupt would break.
 *
 * <p>Thread-safe. Whoever calls from the thread itself is served at once.
 */
public final class SerialThread implements AutoCloseable {
  private static final Runnable STOP = () -> {};

  private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closed;

  public SerialThread(String name) {
    thread = new Thread(this::serve, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    while (true) {
      Runnable task = take();
      if (task == STOP) {
        return;
      }
      task.run();
    }
  }

  private Runnable take() {
    while (true) {
      try {
        return tasks.take();
      } catch (InterruptedException e) {
        // Nobody holds this thread; should it happen all the same, the work goes on.
        continue;
      }
    }
  }

  /** Queues a task; its failure is in the future. */
  public <T extends @Nullable Object> CompletableFuture<T> submit(Callable<T> task) {
    if (closed) {
      return CompletableFuture.failedFuture(new IllegalStateException("already closed"));
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable run =
        () -> {
          try {
            result.complete(task.call());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        };
    if (Thread.currentThread() == thread) {
      run.run();
    } else {
      tasks.add(run);
    }
    return result;
  }

  /**
   * Runs a task and waits for it, however long it takes.
   *
   * @throws RuntimeException what the task threw, itself if unchecked, else wrapped
   */
  public <T extends @Nullable Object> T call(Callable<T> task) {
    try {
      return submit(task).join();
    } catch (CompletionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof RuntimeException unchecked) {
        unchecked.addSuppressed(new CallSite());
        throw unchecked;
      }
      if (cause instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }

  /** Where the caller stood; the failure itself knows only the serving thread. */
  private static final class CallSite extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CallSite() {
      super("called from here");
    }
  }

  /** Finishes what is queued and ends the thread. */
  @Override
  public void close() {
    if (closed || Thread.currentThread() == thread) {
      return;
    }
    closed = true;
    tasks.add(STOP);
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        continue;
      }
    }
  }
}
