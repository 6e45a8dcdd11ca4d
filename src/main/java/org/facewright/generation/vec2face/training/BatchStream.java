package org.facewright.generation.vec2face.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.facewright.generation.vec2face.MaskDraw;
import org.facewright.generation.vec2face.PlanarPictures;
import org.facewright.image.ImageDecoder;
import org.facewright.inference.torch.HostTensor;
import org.facewright.network.architecture.Vec2FaceGenerator;

/**
 * The batches of an epoch, the next ones decoded while the present one is learnt. Everything random
 * depends on seed and step only, so that a resumed run sees what the unbroken one saw. One thread.
 */
final class BatchStream implements AutoCloseable {
  private static final int AHEAD = 2;
  private static final int PICTURE = 3 * Vec2FaceGenerator.SIDE * Vec2FaceGenerator.SIDE;

  private final ConditionedSet set;
  private final MaskDraw masks;
  private final ImageDecoder decoder = new ImageDecoder();
  private final int[] order;
  private final int size;
  private final long seed;
  private final Deque<CompletableFuture<ConditionedBatch>> coming = new ArrayDeque<>();
  private int asked;
  private long step;

  /**
   * @param firstBatch batches of the epoch that are done already
   * @param firstStep the step of the first batch that is taken
   */
  BatchStream(
      ConditionedSet set,
      MaskDraw masks,
      int[] order,
      int size,
      long seed,
      int firstBatch,
      long firstStep) {
    this.set = set;
    this.masks = masks;
    this.order = order.clone();
    this.size = size;
    this.seed = seed;
    asked = firstBatch;
    step = firstStep;
  }

  ConditionedBatch next() throws IOException {
    while (coming.size() < AHEAD && (asked + 1) * size <= order.length) {
      int[] pictures = Arrays.copyOfRange(order, asked * size, (asked + 1) * size);
      long at = step++;
      coming.add(CompletableFuture.supplyAsync(() -> load(pictures, at)));
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

  private ConditionedBatch load(int[] pictures, long at) {
    byte[] pixels = new byte[pictures.length * PICTURE];
    IntStream.range(0, pictures.length)
        .parallel()
        .forEach(
            i -> {
              try {
                PlanarPictures.planes(set.read(pictures[i], decoder), pixels, i * PICTURE);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    long side = Vec2FaceGenerator.SIDE;
    HostTensor.Bytes tensor =
        new HostTensor.Bytes(new long[] {pictures.length, 3, side, side}, pixels);
    long mixed = seed + at * 0xD1342543DE82EF95L;
    return new ConditionedBatch(tensor, set.vectors(pictures), masks.draw(pictures.length, mixed));
  }

  /** Waits for what is still being decoded. */
  @Override
  public void close() {
    for (CompletableFuture<ConditionedBatch> batch : coming) {
      batch.handle((done, failed) -> done).join();
    }
    coming.clear();
  }
}
