package org.facewright.clustering;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.facewright.vector.Kernels;

/**
 * Builds a {@link NeighbourGraph} from embeddings, on all processors. One builder, one graph.
 *
 * <p>Identities are taken in runs of about a quarter of a million pairs; each run is read,
 * normalised and multiplied on one thread with scratch of its own. The result does not depend on
 * the threads.
 */
public final class GraphBuilder {
  private static final long PAIRS_OF_A_BLOCK = 1 << 18;

  /** Share of Java's memory that the pairs may take. */
  private static final double MEMORY_SHARE = .6;

  private final EmbeddingSource source;
  private final IdentityLayout layout;
  private final ImpostorSample impostors;
  private final AtomicInteger done = new AtomicInteger();

  /**
   * @param seed of the sample of pairs across identities
   */
  public GraphBuilder(EmbeddingSource source, long seed) {
    this.source = source;
    this.layout = IdentityLayout.of(source);
    this.impostors = ImpostorSample.chosen(layout, source.dimension(), seed);
  }

  /**
   * Compares all images within each identity.
   *
   * @param progress told the number of identities done so far, from any thread, now and then
   * @param cancelled asked before each run of identities
   * @throws CancellationException if {@code cancelled} said so
   * @throws GraphTooLargeException if the pairs would not fit into memory
   */
  public NeighbourGraph build(IntConsumer progress, BooleanSupplier cancelled)
      throws GraphTooLargeException {
    long available = (long) (Runtime.getRuntime().maxMemory() * MEMORY_SHARE);
    long needed = NeighbourGraph.bytes(layout);
    if (needed > available) {
      throw new GraphTooLargeException(needed, available);
    }
    int[] blockOf = new int[layout.identities()];
    int[] start = new int[layout.identities()];
    List<int[]> ranges = ranges(blockOf, start);
    short[][] blocks = new short[ranges.size()][];
    BitSet missing = new BitSet(layout.images());
    IntStream.range(0, blocks.length)
        .parallel()
        .forEach(
            block -> {
              int[] range = ranges.get(block);
              blocks[block] = compare(range[0], range[1], missing, cancelled);
              progress.accept(done.addAndGet(range[1] - range[0]));
            });
    impostors.measure();
    return new NeighbourGraph(layout, blocks, blockOf, start, missing, impostors);
  }

  /** Runs of identities [from, to), and where each identity's pairs will lie. */
  private List<int[]> ranges(int[] blockOf, int[] start) {
    List<int[]> ranges = new ArrayList<>();
    int from = 0;
    long pairs = 0;
    for (int identity = 0; identity < layout.identities(); identity++) {
      long own = pairsOf(identity);
      if (pairs + own > PAIRS_OF_A_BLOCK && identity > from) {
        ranges.add(new int[] {from, identity});
        from = identity;
        pairs = 0;
      }
      blockOf[identity] = ranges.size();
      start[identity] = Math.toIntExact(pairs);
      pairs += own;
    }
    if (from < layout.identities()) {
      ranges.add(new int[] {from, layout.identities()});
    }
    return ranges;
  }

  private long pairsOf(int identity) {
    int size = layout.size(identity);
    return size <= NeighbourGraph.LARGEST_IDENTITY ? Kernels.pairCount(size) : 0;
  }

  private short[] compare(int from, int to, BitSet missing, BooleanSupplier cancelled) {
    long pairs = IntStream.range(from, to).mapToLong(this::pairsOf).sum();
    short[] levels = new short[Math.toIntExact(pairs)];
    float[] rows = new float[0];
    int start = 0;
    for (int identity = from; identity < to; identity++) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("building the neighbour graph was cancelled");
      }
      int size = layout.size(identity);
      if (size <= NeighbourGraph.LARGEST_IDENTITY) {
        int values = size * source.dimension();
        rows = rows.length < values ? new float[values] : rows;
        boolean[] none = read(identity, rows, missing);
        new PairLevels(rows, size, source.dimension(), none).write(levels, start);
        start += (int) pairsOf(identity);
      }
    }
    return levels;
  }

  private boolean[] read(int identity, float[] rows, BitSet missing) {
    int size = layout.size(identity);
    source.copy(identity, rows);
    boolean[] none = new boolean[size];
    for (int row = 0; row < size; row++) {
      none[row] = !Kernels.normalise(rows, row * source.dimension(), source.dimension());
      if (none[row]) {
        synchronized (missing) {
          missing.set(layout.first(identity) + row);
        }
      }
    }
    impostors.take(identity, rows, none);
    return none;
  }
}
