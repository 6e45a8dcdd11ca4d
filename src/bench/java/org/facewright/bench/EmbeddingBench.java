package org.facewright.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.facewright.faces.AlignmentMode;
import org.facewright.faces.EmbeddingPipeline;
import org.facewright.faces.EncodedFace;
import org.facewright.faces.OnnxEmbedder;
import org.facewright.faces.OnnxEmbedder.Flip;
import org.facewright.image.ImageDecoder;
import org.facewright.image.RgbImage;
import org.facewright.inference.Device;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.InputPacker;
import org.facewright.inference.OnnxRuntime;
import org.facewright.inference.OnnxSession;
import org.facewright.inference.Precision;
import org.facewright.inference.models.InstallProgress;
import org.facewright.inference.models.Models;
import org.facewright.inference.models.OpenModel;
import org.facewright.jobs.Workers;

/**
 * How fast faces become embeddings: the bare recogniser, the same before its tiny weights were set
 * to zero, decoding alone, and the whole way from JPEG files.
 *
 * <p>{@code EmbeddingBench [folder of aligned JPEGs] [original fr_feature.onnx]}
 */
public final class EmbeddingBench {
  private static final int ROUNDS = 5;
  private static final double ROUND_SECONDS = 2;

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final Models models;
  private final List<Path> files;
  private final List<RgbImage> faces = new ArrayList<>();
  private final InputPacker packer;

  private EmbeddingBench(Models models, List<Path> files) throws Exception {
    this.models = models;
    this.files = files;
    packer = new InputPacker(models.catalogue().model("faceplugin").input());
    for (Path file : files.subList(0, 32)) {
      faces.add(new ImageDecoder().decode(file));
    }
  }

  /** Runs it all and prints one table. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args.length > 0 ? args[0] : "../shared/data/faces/noisy");
    List<Path> files;
    try (Stream<Path> tree = Files.walk(folder)) {
      files = tree.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
    }
    Models models = Models.at(Path.of("models"), Path.of("target/test-models"), new OnnxRuntime());
    models.install("faceplugin", InstallProgress.SILENT);
    EmbeddingBench bench = new EmbeddingBench(models, files);
    System.out.println("what | threads | batch | img/s | CPU ms/img");
    bench.decoding();
    if (args.length > 1) {
      bench.original(Path.of(args[1]));
    }
    for (int threads : new int[] {1, 2}) {
      for (int batch : new int[] {1, 8, 32}) {
        bench.bare(threads, batch);
      }
    }
    bench.pipeline(2, 8);
    bench.pipeline(2, 32);
  }

  private static InferenceSettings settings(int threads, int batch) {
    return new InferenceSettings(Device.CPU, threads, batch, Precision.EXACT);
  }

  private void decoding() throws Exception {
    ImageDecoder decoder = new ImageDecoder();
    List<byte[]> encoded = new ArrayList<>();
    for (Path file : files) {
      encoded.add(Files.readAllBytes(file));
    }
    Callable<Integer> all =
        () -> {
          for (byte[] each : encoded) {
            decoder.decode(each);
          }
          return encoded.size();
        };
    all.call();
    print("decode JPEG 112 x 112", 1, 1, measure(all));
  }

  private void original(Path file) throws Exception {
    try (OnnxSession session = OnnxSession.open(models.runtime(), file, settings(1, 1))) {
      print("bare recogniser as published", 1, 1, measure(() -> run(session, 1)));
    }
  }

  private void bare(int threads, int batch) throws Exception {
    try (OpenModel model = models.open("faceplugin", settings(threads, batch))) {
      print("bare recogniser", threads, batch, measure(() -> run(model.session(), batch)));
    }
  }

  private int run(OnnxSession session, int batch) throws InferenceException {
    session.run(packer.pack(faces.subList(0, batch)));
    return batch;
  }

  /** Bare and whole in turn, so that both meet the same machine. */
  private void pipeline(int threads, int batch) throws Exception {
    List<Figures> bare = new ArrayList<>();
    List<Figures> whole = new ArrayList<>();
    ImageDecoder decoder = new ImageDecoder();
    try (OnnxEmbedder embedder =
            new OnnxEmbedder(models.open("faceplugin", settings(threads, batch)), Flip.NONE);
        OpenModel model = models.open("faceplugin", settings(threads, batch));
        Workers workers = new Workers("decode", threads)) {
      for (int round = -1; round < ROUNDS; round++) {
        bare.add(measure(() -> run(model.session(), batch)));
        try (EmbeddingPipeline pipeline =
            new EmbeddingPipeline(
                endless().iterator(), decoder, null, AlignmentMode.ALIGNED, embedder, workers, 2)) {
          whole.add(measure(() -> pipeline.next().size()));
        }
        if (round < 0) {
          bare.clear();
          whole.clear(); // The first round only warms up.
        }
      }
    }
    print("  bare, in turn", threads, batch, median(bare));
    print("  JPEG files to embeddings", threads, batch, median(whole));
    System.out.printf(
        "  ratio of rates %.3f, of CPU time %.3f%n",
        median(whole).perSecond() / median(bare).perSecond(),
        median(bare).cpuMillis() / median(whole).cpuMillis());
  }

  private Stream<EncodedFace> endless() {
    return Stream.iterate(0, i -> i + 1).map(i -> () -> read(files.get(i % files.size())));
  }

  private static byte[] read(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  private record Figures(double perSecond, double cpuMillis) {}

  private static Figures median(List<Figures> figures) {
    List<Double> rates = new ArrayList<>(figures.stream().map(Figures::perSecond).toList());
    List<Double> costs = new ArrayList<>(figures.stream().map(Figures::cpuMillis).toList());
    Collections.sort(rates);
    Collections.sort(costs);
    return new Figures(rates.get(rates.size() / 2), costs.get(costs.size() / 2));
  }

  private Figures measure(Callable<Integer> work) throws Exception {
    work.call();
    work.call();
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    int count = 0;
    while (System.nanoTime() - start < ROUND_SECONDS * 1e9) {
      count += work.call();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Figures(count / seconds, (system.getProcessCpuTime() - cpu) / 1e6 / count);
  }

  private static void print(String what, int threads, int batch, Figures figures) {
    System.out.printf(
        "%-32s | %d | %2d | %7.1f | %6.2f%n",
        what, threads, batch, figures.perSecond(), figures.cpuMillis());
  }
}
