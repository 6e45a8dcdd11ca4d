package org.facewright.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.facewright.inference.Device;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.inference.torch.TorchException;
import org.facewright.network.Network;
import org.facewright.network.Precision;
import org.facewright.network.architecture.Recognisers;
import org.facewright.network.optimiser.Optimiser;
import org.facewright.network.weights.WeightStart;
import org.facewright.training.data.Augmentation;
import org.facewright.training.data.Batch;
import org.facewright.training.data.BatchLoader;
import org.facewright.training.data.KeptPictures;
import org.facewright.training.data.PictureSource;
import org.facewright.training.data.Prefetch;
import org.facewright.training.head.Head;
import org.facewright.training.set.IdentityFolder;
import org.facewright.training.set.TrainingSet;

/**
 * Training on JPEGs against the same steps on a batch that lies in memory, in turn so that both
 * meet the same noise, and resident memory on the way: {@code TrainingRateBench FOLDER
 * mobilefacenet fp32 32 500 2} (folder of identities, net, precision, batch, steps, threads).
 */
public final class TrainingRateBench {
  private static final int SIDE = 112;

  private static final int KINDS = 3;

  /** Steps that are not counted: Java compiles what reads pictures until some 5,000 are read. */
  private static final int WARM = 300;

  private TrainingRateBench() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "assets/sample/images");
    String name = arguments.length > 1 ? arguments[1] : "mobilefacenet";
    Precision precision =
        Precision.valueOf((arguments.length > 2 ? arguments[2] : "fp32").toUpperCase(Locale.ROOT));
    int batch = number(arguments, 3, 32);
    int steps = number(arguments, 4, 500);
    int threads = number(arguments, 5, 2);
    TrainingSet set = IdentityFolder.read(folder);
    Network network = Recognisers.named(name);
    TrainingPlan plan =
        TrainingPlan.of(
            network,
            new Head.ArcFace(),
            Optimiser.Sgd.published(),
            precision,
            set.identities().size());
    try (TorchEngine engine = new TorchEngine(Device.AUTO, threads);
        TrainingModule module =
            new TrainingModule(plan, TrainingModule.start(WeightStart.of(network, 3)), engine, 4)) {
      System.out.printf(
          Locale.ROOT, "%s %s batch %d, %d threads%n", name, precision, batch, threads);
      measure(module, set, batch, steps);
    }
  }

  private static int number(String[] arguments, int place, int usual) {
    return arguments.length > place ? Integer.parseInt(arguments[place]) : usual;
  }

  /**
   * Steps of three kinds follow each other, so that what else the machine does hits all alike; each
   * loads one batch of its own kind meanwhile, or none.
   */
  private static void measure(TrainingModule module, TrainingSet set, int batch, int steps)
      throws IOException, TorchException {
    PictureSource all = new KeptPictures(set.reader(), set.size(), Long.MAX_VALUE);
    for (int i = 0; i < set.size(); i++) {
      all.read(i);
    }
    int[] order =
        IntStream.range(0, batch * (steps + WARM + KINDS)).map(i -> i % set.size()).toArray();
    Batch same = loader(set, set.reader()).load(IntStream.range(0, batch).toArray(), 0);
    double[] seconds = new double[KINDS];
    int[] done = new int[KINDS];
    double waited = 0;
    module.step(same.pixels(), same.labels(), 0.01, 0);
    try (Prefetch files = new Prefetch(loader(set, set.reader()), order, batch, 0, 0);
        Prefetch kept = new Prefetch(loader(set, all), order, batch, 0, 0)) {
      for (int step = 1; step <= steps + WARM; step++) {
        int kind = step % KINDS;
        long start = System.nanoTime();
        Batch next = kind == 0 ? files.next() : kind == 1 ? kept.next() : same;
        boolean counts = step > WARM;
        waited += counts && kind == 0 ? (System.nanoTime() - start) / 1e9 : 0;
        module.step(next.pixels(), next.labels(), 0.01, step);
        seconds[kind] += counts ? (System.nanoTime() - start) / 1e9 : 0;
        done[kind] += counts ? 1 : 0;
        if (step % 50 == 0) {
          System.out.printf(Locale.ROOT, "step %d: %,d MB resident%n", step, resident() >> 20);
        }
      }
    }
    double memory = batch * done[2] / seconds[2];
    print("JPEGs, first epoch", batch * done[0] / seconds[0], memory);
    print("JPEGs, kept since", batch * done[1] / seconds[1], memory);
    print("tensors in memory", memory, memory);
    System.out.printf(
        Locale.ROOT, "waited for files %.2f %% of their time%n", 100 * waited / seconds[0]);
  }

  private static BatchLoader loader(TrainingSet set, PictureSource source) {
    return new BatchLoader(source, set.table(), Augmentation.published(), SIDE, SIDE, 1);
  }

  private static void print(String what, double rate, double memory) {
    System.out.printf(
        Locale.ROOT, "%-20s %7.1f pictures/s, %5.1f %%%n", what, rate, 100 * rate / memory);
  }

  /** Bytes of this process in memory, by the kernel's account (Linux). */
  private static long resident() throws IOException {
    String pages = Files.readString(Path.of("/proc/self/statm")).split(" ")[1];
    return Long.parseLong(pages) * 4096;
  }
}
