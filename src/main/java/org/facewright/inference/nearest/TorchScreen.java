package org.facewright.inference.nearest;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.facewright.inference.torch.HostTensor;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.inference.torch.TorchException;
import org.facewright.inference.torch.TorchModule;
import org.facewright.network.Dims;
import org.facewright.network.Precision;
import org.facewright.network.script.ScriptModule;
import org.facewright.network.weights.Tensor;
import org.facewright.vector.FloatMatrix;

/**
 * Comparison by PyTorch's matrix products, in 32 bits or, several times faster where the processor
 * has units for it, in 16. Kept rows stay in PyTorch's memory.
 */
public final class TorchScreen implements Screen {
  /** Rows of a group, which lie one after the other. */
  private static final int GROUP = 32;

  /** Given rows of one product of {@link #groups}. */
  private static final int SLICE = 512;

  /** Kept rows of one product of {@link #groups}: its result stays in the cache. */
  private static final int CHUNK = 4096;

  /** Rows that one thread copies at a time. */
  private static final int SHARE = 1024;

  private final TorchModule module;
  private final Precision precision;
  private final int dim;
  private final int capacity;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment window;
  private int kept;

  /**
   * Reserves memory: {@code capacity * dim} numbers.
   *
   * @param engine stays the caller's
   */
  public TorchScreen(TorchEngine engine, int capacity, int dim, Precision precision)
      throws ScreenException, IOException {
    this.precision = precision;
    this.dim = dim;
    this.capacity = capacity;
    window = arena.allocate((long) WINDOW * dim * Float.BYTES, 64);
    int type = precision == Precision.BF16 ? 15 : 6;
    ScriptModule script = new ScriptModule();
    String rows = script.buffer("kept", Tensor.zeros(Dims.of(dim, 1)));
    script.method(
        "reserve",
        List.of("size"),
        "List[Tensor]",
        List.of(
            "n = int(torch.item(size))",
            rows + " = torch.zeros([" + dim + ", n], dtype=" + type + ")",
            "return [size]"));
    script.method(
        "keep",
        List.of("rows", "window"),
        "List[Tensor]",
        List.of(
            "at = int(torch.item(torch.select(window, 0, 0)))",
            "count = int(torch.item(torch.select(window, 0, 1)))",
            "place = torch.narrow(" + rows + ", 1, at, count)",
            "_ = torch.copy_(place, torch.t(torch.narrow(rows, 0, 0, count)))",
            "return [window]"));
    script.method(
        "nearest",
        List.of("rows", "window"),
        "List[Tensor]",
        List.of(
            "at = int(torch.item(torch.select(window, 0, 0)))",
            "count = int(torch.item(torch.select(window, 0, 1)))",
            "some = torch.narrow(" + rows + ", 1, at, count)",
            "products = torch.matmul(torch.to(rows, " + type + "), some)",
            "return [torch.to(torch.amax(products, [1]), 6)]"));
    script.method(
        "groups",
        List.of("given", "kept"),
        "List[Tensor]",
        List.of(
            "known = torch.narrow(" + rows + ", 1, 0, int(torch.item(kept)))",
            "chunks = torch.split(known, " + CHUNK + ", 1)",
            "slices = torch.split(given, " + SLICE + ")",
            "found = annotate(List[Tensor], [])",
            "for slice in range(torch.len(slices)):",
            "  some = torch.to(slices[slice], " + type + ")",
            "  best = annotate(List[Tensor], [])",
            "  for chunk in range(torch.len(chunks)):",
            "    products = torch.matmul(some, chunks[chunk])",
            "    width = torch.size(products, 1)",
            "    parts = torch.view(products, [-1, " + GROUP + ", width])",
            "    best0 = torch.append(best, torch.amax(parts, [1]))",
            "  found0 = torch.append(found, torch.cat(best, 1))",
            "return [torch.contiguous(torch.to(torch.t(torch.cat(found)), 6))]"));
    try {
      module = engine.load(script);
      module.call("reserve", HostTensor.longs(capacity));
    } catch (TorchException e) {
      arena.close();
      throw failed(e);
    }
  }

  /** The faster of both precisions on this machine, found by two products of each. */
  public static Precision faster(TorchEngine engine, int dim) throws ScreenException, IOException {
    FloatMatrix rows = trial(1024, dim);
    long best = Long.MAX_VALUE;
    Precision fastest = Precision.FP32;
    for (Precision precision : Precision.values()) {
      try (TorchScreen screen = new TorchScreen(engine, WINDOW, dim, precision)) {
        for (int i = 0; i < WINDOW; i += rows.rows()) {
          screen.keep(rows, rows.rows());
        }
        screen.nearest(rows);
        long start = System.nanoTime();
        screen.nearest(rows);
        if (System.nanoTime() - start < best) {
          best = System.nanoTime() - start;
          fastest = precision;
        }
      }
    }
    return fastest;
  }

  private static FloatMatrix trial(int rows, int dim) {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[rows * dim];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() / Math.sqrt(dim));
    }
    return new FloatMatrix(rows, dim, values);
  }

  public Precision precision() {
    return precision;
  }

  /** In 16 bits the result, at most 1, is rounded once more. */
  @Override
  public float margin() {
    return precision == Precision.BF16
        ? Bounds.bfloat16(dim) + 1.01f * Bounds.HALF
        : Bounds.float32(dim);
  }

  @Override
  public float highest(float answer) {
    return precision == Precision.BF16
        ? answer + Bounds.bfloat16(dim) + 1.01f * Bounds.HALF * Math.abs(answer)
        : answer + Bounds.float32(dim);
  }

  @Override
  public void keep(FloatMatrix unit, int count) throws ScreenException {
    if (kept + count > capacity) {
      throw new IllegalStateException("room for " + capacity + " rows only");
    }
    if (count > 0) {
      try {
        module.call("keep", tensor(unit), HostTensor.longs(kept, count));
      } catch (TorchException e) {
        throw failed(e);
      }
      kept += count;
    }
  }

  @Override
  public float[] nearest(FloatMatrix unit) throws ScreenException {
    float[] best = new float[unit.rows()];
    Arrays.fill(best, -1);
    HostTensor rows = tensor(unit);
    for (int from = 0; from < kept; from += WINDOW) {
      HostTensor window = HostTensor.longs(from, Math.min(WINDOW, kept - from));
      try {
        HostTensor answer = module.call("nearest", rows, window).getFirst();
        float[] some = ((HostTensor.Floats) answer).values();
        for (int i = 0; i < best.length; i++) {
          best[i] = Math.max(best[i], some[i]);
        }
      } catch (TorchException e) {
        throw failed(e);
      }
    }
    return best;
  }

  @Override
  public Groups groups(float[] rows, int first, int count) throws ScreenException {
    int padded = Math.ceilDiv(count, GROUP) * GROUP;
    if (kept == 0) {
      return new Groups(padded / GROUP, GROUP, 1, new float[0]);
    }
    MemorySegment given = window.asSlice(0, (long) padded * dim * Float.BYTES);
    IntStream.range(0, Math.ceilDiv(count, SHARE))
        .parallel()
        .forEach(
            share -> {
              int from = share * SHARE;
              int values = Math.min(SHARE, count - from) * dim;
              long at = (long) from * dim * Float.BYTES;
              MemorySegment.copy(
                  rows, (first + from) * dim, given, ValueLayout.JAVA_FLOAT, at, values);
            });
    given.asSlice((long) count * dim * Float.BYTES).fill((byte) 0);
    try {
      HostTensor answer =
          module
              .call(
                  "groups",
                  new HostTensor.Outside(new long[] {padded, dim}, given),
                  HostTensor.longs(kept))
              .getFirst();
      return new Groups(padded / GROUP, GROUP, 1, ((HostTensor.Floats) answer).values());
    } catch (TorchException e) {
      throw failed(e);
    }
  }

  private HostTensor tensor(FloatMatrix unit) {
    return HostTensor.floats(unit.values(), unit.rows(), dim);
  }

  private static ScreenException failed(TorchException e) {
    return new ScreenException(
        e.outOfMemory()
            ? "There is not enough memory to compare so many vectors; ask for fewer."
            : String.valueOf(e.getMessage()),
        e,
        e.outOfMemory());
  }

  @Override
  public void close() {
    module.close();
    arena.close();
  }
}
