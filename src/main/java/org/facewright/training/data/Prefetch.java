package org.facewright.training.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The batches of one epoch, the next ones loaded while the present one is learnt. One thread. */
public final class Prefetch implements AutoCloseable {
  private static final int AHEAD = 2;

  private final BatchLoader loader;
  private final int[] order;
  private final int size;
  private final Deque<CompletableFuture<Batch>> coming = new ArrayDeque<>();
  private int asked;
  private long step;

  /**
   * @param order picture numbers of the epoch
   * @param size pictures a batch
   * @param firstBatch batches of the epoch that are already done
   * @param firstStep the step of the first batch that is taken
   */
  public Prefetch(BatchLoader loader, int[] order, int size, int firstBatch, long firstStep) {
    this.loader = loader;
    this.order = order.clone();
    this.size = size;
    this.asked = firstBatch;
    this.step = firstStep;
  }

  /**
   * The next batch.
   *
   * @throws IOException naming the picture that could not be read
   */
  public Batch next() throws IOException {
    while (coming.size() <= AHEAD && (asked + 1) * size <= order.length) {
      int[] numbers = Arrays.copyOfRange(order, asked * size, (asked + 1) * size);
      long at = step++;
      coming.add(CompletableFuture.supplyAsync(() -> load(numbers, at)));
      asked++;
    }
    try {
      return coming.remove().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException cause) {
        throw cause.getCause();
      }
      throw e;
    }
  }

  private Batch load(int[] numbers, long at) {
    try {
      return loader.load(numbers, at);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for what is still being loaded. */
  @Override
  public void close() {
    for (CompletableFuture<Batch> batch : coming) {
      try {
        batch.join();
      } catch (CompletionException e) {
        // Nobody will learn this batch: whether it could be read no longer matters.
        System.getLogger(Prefetch.class.getName())
            .log(System.Logger.Level.DEBUG, "unused batch", e);
      }
    }
    coming.clear();
  }
}
