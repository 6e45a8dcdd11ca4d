package org.facewright.generation.vec2face;

import java.util.Locale;
import org.facewright.generation.vec2face.identity.Separation;
import org.facewright.generation.vec2face.identity.VectorSource;
import org.facewright.inference.nearest.KernelScreen;
import org.facewright.inference.nearest.Screen;
import org.facewright.inference.nearest.TorchScreen;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.network.Precision;

/**
 * How long it takes to keep n separate vectors of 512 numbers at 0.3. Arguments: {@code java} or
 * {@code torch}, then counts, such as {@code torch 25000 50000 100000 300000}. Heap: 2 g for
 * 300,000.
 */
public final class SeparationBench {
  private static final int DIM = 512;

  private SeparationBench() {}

  public static void main(String[] args) throws Exception {
    try (TorchEngine engine = new TorchEngine(Runtime.getRuntime().availableProcessors())) {
      Precision precision = TorchScreen.faster(engine, DIM);
      for (int i = 1; i < args.length; i++) {
        int count = Integer.parseInt(args[i]);
        boolean java = args[0].equals("java");
        try (Screen screen =
            java ? new KernelScreen(DIM) : new TorchScreen(engine, count, DIM, precision)) {
          long start = System.nanoTime();
          Separation.Outcome outcome =
              new Separation(.3, 2L * count, () -> false, kept -> {})
                  .draw(new VectorSource.Gaussian(DIM, 1), count, screen, row -> {});
          double seconds = (System.nanoTime() - start) / 1e9;
          System.out.println(
              String.format(
                  Locale.ROOT,
                  "%s %d kept of %d in %.1f s, %.2e pairs/s",
                  java ? "java" : "torch " + precision,
                  outcome.kept(),
                  outcome.candidates(),
                  seconds,
                  (double) count * count / 2 / seconds));
        }
      }
    }
  }
}
