package org.facewright.ui.wall;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.image.Image;
import org.facewright.ui.text.Texts;

/**
 * Loads thumbnails for what is on screen: the newest request first, requests that scrolled away not
 * at all, finished ones kept up to a budget. Requests and answers on the FX thread; decoding on the
 * executor, a few at a time.
 */
public final class Thumbnails<K> {
  private static final Texts TEXTS = Texts.of(Thumbnails.class);

  /** Who waits for a picture. Called on the FX thread, at most one of the two, at most once. */
  public interface Listener {
    void ready(Image image);

    /**
     * @param why one plain sentence
     */
    void failed(String why);
  }

  /** A request under way. */
  public static final class Ticket {
    private volatile boolean cancelled;

    /** Nobody looks any more. The listener is not called after this. */
    public void cancel() {
      cancelled = true;
    }
  }

  private record Request<K>(K key, int edge, Listener listener, Ticket ticket) {}

  private static final int DRAIN_PER_PULSE = 48;
  private static final int MOST_WORKERS = 4;

  /** Requests that follow each other this fast, in nanoseconds, mean that somebody scrolls. */
  private static final long SCROLLING = 60_000_000;

  /** While somebody scrolls, a decoder rests this many times as long as it has worked. */
  private static final int REST = 2;

  private final ThumbnailSource<K> source;
  private final Executor executor;
  private final int workers;
  private final ThumbnailCache<K> cache;
  private final Deque<Request<K>> waiting = new ArrayDeque<>();
  private final Queue<Runnable> finished = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean drainQueued = new AtomicBoolean();
  private int running;
  private volatile long lastRequest;

  /** Pictures to decode at a time on this machine: one core is left to the window. */
  public static int usualWorkers() {
    return Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, MOST_WORKERS);
  }

  /**
   * @param workers how many pictures are decoded at a time
   * @param budget bytes of pixels that are kept, 4 a pixel
   */
  public Thumbnails(ThumbnailSource<K> source, Executor executor, int workers, long budget) {
    this.source = source;
    this.executor = executor;
    this.workers = workers;
    this.cache = new ThumbnailCache<>(budget);
  }

  /**
   * Asks for a picture; a kept one is delivered before this returns.
   *
   * @param edge longer side in device pixels
   */
  public Ticket request(K key, int edge, Listener listener) {
    Ticket ticket = new Ticket();
    Image kept = cache.get(key, edge);
    if (kept != null) {
      listener.ready(kept);
      return ticket;
    }
    lastRequest = System.nanoTime();
    boolean start;
    synchronized (waiting) {
      waiting.addFirst(new Request<>(key, edge, listener, ticket));
      start = running < workers;
      if (start) {
        running++;
      }
    }
    if (start) {
      executor.execute(this::work);
    }
    return ticket;
  }

  /** The picture changed or is gone: load it anew when it is asked for. */
  public void forget(K key) {
    cache.forget(key);
  }

  private void work() {
    for (Request<K> next = next(); next != null; next = next()) {
      long start = System.nanoTime();
      load(next);
      rest(System.nanoTime() - start);
    }
  }

  /** On few cores decoding takes the time in which the moving wall is drawn: let that go first. */
  private void rest(long worked) {
    if (System.nanoTime() - lastRequest < SCROLLING) {
      LockSupport.parkNanos(REST * worked);
    }
  }

  private @org.jspecify.annotations.Nullable Request<K> next() {
    synchronized (waiting) {
      Request<K> next = waiting.poll();
      while (next != null && next.ticket.cancelled) {
        next = waiting.poll();
      }
      if (next == null) {
        running--;
      }
      return next;
    }
  }

  private void load(Request<K> request) {
    try {
      Image image = Pixels.image(source.thumbnail(request.key, request.edge), request.edge);
      deliver(() -> ready(request, image));
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage());
      deliver(() -> failed(request, why));
    } catch (RuntimeException e) {
      // A defect in a source costs its picture, not the loader of all the others.
      System.getLogger(Thumbnails.class.getName())
          .log(System.Logger.Level.WARNING, "no thumbnail of " + request.key, e);
      deliver(() -> failed(request, TEXTS.get("not-drawn")));
    }
  }

  private void ready(Request<K> request, Image image) {
    cache.put(request.key, request.edge, image);
    if (!request.ticket.cancelled) {
      request.listener.ready(image);
    }
  }

  private void failed(Request<K> request, String why) {
    if (!request.ticket.cancelled) {
      request.listener.failed(why);
    }
  }

  private void deliver(Runnable answer) {
    finished.add(answer);
    if (drainQueued.compareAndSet(false, true)) {
      Platform.runLater(this::drain);
    }
  }

  /** A limited number at a time, so that a burst never costs a frame. */
  private void drain() {
    drainQueued.set(false);
    for (int i = 0; i < DRAIN_PER_PULSE; i++) {
      Runnable answer = finished.poll();
      if (answer == null) {
        return;
      }
      answer.run();
    }
    if (!finished.isEmpty() && drainQueued.compareAndSet(false, true)) {
      Platform.runLater(this::drain);
    }
  }
}
