package org.facewright.generation.vec2face.identity;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.facewright.generation.vec2face.Vec2FaceException;
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
  /** Kept rows of one product: its result stays in the cache. */
  private static final int WINDOW = 8192;

  private final TorchModule module;
  private final Precision precision;
  private final int dim;
  private final int capacity;
  private int kept;

  /**
   * Reserves memory: {@code capacity * dim} numbers.
   *
   * @param engine stays the caller's
   */
  public TorchScreen(TorchEngine engine, int capacity, int dim, Precision precision)
      throws Vec2FaceException, IOException {
    this.precision = precision;
    this.dim = dim;
    this.capacity = capacity;
    int type = precision == Precision.BF16 ? 15 : 6;
    ScriptModule script = new ScriptModule();
    String rows = script.buffer("kept", Tensor.zeros(Dims.of(1, dim)));
    script.method(
        "reserve",
        List.of("size"),
        "List[Tensor]",
        List.of(
            "n = int(torch.item(size))",
            rows + " = torch.zeros([n, " + dim + "], dtype=" + type + ")",
            "return [size]"));
    script.method(
        "keep",
        List.of("rows", "window"),
        "List[Tensor]",
        List.of(
            "at = int(torch.item(torch.select(window, 0, 0)))",
            "count = int(torch.item(torch.select(window, 0, 1)))",
            "place = torch.narrow(" + rows + ", 0, at, count)",
            "_ = torch.copy_(place, torch.narrow(rows, 0, 0, count))",
            "return [window]"));
    script.method(
        "nearest",
        List.of("rows", "window"),
        "List[Tensor]",
        List.of(
            "at = int(torch.item(torch.select(window, 0, 0)))",
            "count = int(torch.item(torch.select(window, 0, 1)))",
            "some = torch.narrow(" + rows + ", 0, at, count)",
            "products = torch.matmul(torch.to(rows, " + type + "), torch.t(some))",
            "return [torch.to(torch.amax(products, [1]), 6)]"));
    try {
      module = engine.load(script);
      module.call("reserve", HostTensor.longs(capacity));
    } catch (TorchException e) {
      throw failed(e);
    }
  }

  /** The faster of both precisions on this machine, found by two products of each. */
  public static Precision faster(TorchEngine engine, int dim)
      throws Vec2FaceException, IOException {
    FloatMatrix rows = new VectorSource.Gaussian(dim, 1).rows(0, 1024);
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

  /**
   * In 16 bits each number is off by at most 2^-9 of itself, so a product of unit rows by 2^-8 and
   * a little, and the result is rounded once more.
   */
  @Override
  public float margin() {
    return precision == Precision.BF16 ? 0.0085f : 1e-5f;
  }

  @Override
  public void keep(FloatMatrix unit, int count) throws Vec2FaceException {
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
  public float[] nearest(FloatMatrix unit) throws Vec2FaceException {
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

  private HostTensor tensor(FloatMatrix unit) {
    return HostTensor.floats(unit.values(), unit.rows(), dim);
  }

  private static Vec2FaceException failed(TorchException e) {
    return new Vec2FaceException(
        e.outOfMemory()
            ? "There is not enough memory to compare so many vectors; ask for fewer."
            : String.valueOf(e.getMessage()),
        e,
        e.outOfMemory());
  }

  @Override
  public void close() {
    module.close();
  }
}
