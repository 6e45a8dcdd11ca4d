package org.facewright.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.facewright.inference.nearest.KernelScreen;
import org.facewright.inference.nearest.Nearest;
import org.facewright.inference.nearest.NearestRows;
import org.facewright.inference.nearest.Screen;
import org.facewright.inference.nearest.TorchScreen;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.network.Precision;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;

/**
 * The exact nearest real row of each new identity, in three ways that must agree in every bit, with
 * the rows in memory and of length 1 as faiss has them. Arguments: queries, gallery rows, rounds
 * (default 4000 200000 3). Heap: 3 g.
 */
public final class LeakBench {
  private static final int DIM = 512;

  /** Pairs a second of faiss 1.12 IndexFlatIP on the same machine, 2 threads, stored figure. */
  private static final double FAISS = 2.55e8;

  private LeakBench() {}

  private interface Opener {
    Screen open() throws Exception;
  }

  private record Way(String name, Opener opener) {}

  public static void main(String[] args) throws Exception {
    int queries = args.length > 0 ? Integer.parseInt(args[0]) : 4000;
    int gallery = args.length > 1 ? Integer.parseInt(args[1]) : 200_000;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    FloatMatrix asked = rows(queries, 1);
    FloatMatrix real = rows(gallery, 2);
    // Leaks: some real people return, a little changed.
    for (int i = 0; i < queries; i += 100) {
      mix(asked.values(), i * DIM, real.values(), (i * 37 % gallery) * DIM, .1f + .0001f * i);
    }
    System.out.printf(
        Locale.ROOT,
        "%,d x %,d, %d numbers, top 1 and counts above .5 and .7%n",
        queries,
        gallery,
        DIM);
    System.out.println("way            seconds   CPU s   pairs/s   GFLOP/s   x faiss  margin");
    List<Nearest> results = new ArrayList<>();
    int threads = Runtime.getRuntime().availableProcessors();
    try (TorchEngine torch = new TorchEngine(threads)) {
      List<Way> ways =
          List.of(
              new Way("Vector API", () -> new KernelScreen(DIM)),
              new Way("float32", () -> new TorchScreen(torch, queries, DIM, Precision.FP32)),
              new Way("bfloat16", () -> new TorchScreen(torch, queries, DIM, Precision.BF16)));
      for (Way way : ways) {
        double best = Double.MAX_VALUE;
        double work = Double.MAX_VALUE;
        float margin = 0;
        for (int round = 0; round < rounds; round++) {
          try (Screen screen = way.opener().open()) {
            margin = screen.margin();
            long start = System.nanoTime();
            long processor = processorTime();
            NearestRows search = new NearestRows(asked, 1, new float[] {.5f, .7f}, screen);
            search.compare(real.values(), gallery, 0);
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
            work = Math.min(work, (processorTime() - processor) / 1e9);
            results.add(search.found());
          }
        }
        double pairs = (double) queries * gallery / best;
        System.out.printf(
            Locale.ROOT,
            "%-13s %8.2f %8.2f  %8.2e  %8.0f  %8.2f  %.5f%n",
            way.name(),
            best,
            work,
            pairs,
            2 * DIM * pairs / 1e9,
            pairs / FAISS,
            margin);
      }
    }
    same(results);
  }

  /** Of the whole process: what the machine's other guests take does not count. */
  private static long processorTime() {
    return ((com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void same(List<Nearest> results) {
    Nearest first = results.getFirst();
    for (Nearest other : results) {
      boolean equal =
          Arrays.equals(first.rows(), other.rows())
              && Arrays.equals(first.similarities(), other.similarities())
              && Arrays.deepEquals(first.above(), other.above());
      if (!equal) {
        throw new IllegalStateException("the ways do not agree");
      }
    }
    System.out.printf(
        Locale.ROOT,
        "all %d results agree in every bit; above .5: %d, above .7: %d%n",
        results.size(),
        Arrays.stream(first.above()[0]).sum(),
        Arrays.stream(first.above()[1]).sum());
  }

  private static FloatMatrix rows(int count, long seed) {
    float[] values = new float[count * DIM];
    IntStream.range(0, count)
        .parallel()
        .forEach(
            row -> {
              SplittableRandom random = new SplittableRandom(seed * 1_000_003 + row);
              for (int i = row * DIM; i < (row + 1) * DIM; i++) {
                values[i] = (float) random.nextGaussian();
              }
              Kernels.normalise(values, row * DIM, DIM);
            });
    return new FloatMatrix(count, DIM, values);
  }

  private static void mix(float[] target, int at, float[] other, int from, float share) {
    for (int i = 0; i < DIM; i++) {
      target[at + i] = share * target[at + i] + (1 - share) * other[from + i];
    }
    Kernels.normalise(target, at, DIM);
  }
}
