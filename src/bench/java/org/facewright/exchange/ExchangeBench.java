package org.facewright.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.facewright.network.weights.PickledTensor;
import org.facewright.network.weights.TorchFile;

/**
 * Rates of reading and writing datasets, and of loading a checkpoint. Arguments: a folder with a
 * few gigabytes of room, and the number of pictures (5 KB each; default 100,000).
 */
public final class ExchangeBench {
  private static final int PICTURE = 5_000;

  private final Path folder;
  private final int pictures;

  private ExchangeBench(Path folder, int pictures) {
    this.folder = folder;
    this.pictures = pictures;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder =
        arguments.length > 0
            ? Files.createDirectories(Path.of(arguments[0]))
            : Files.createTempDirectory(Path.of("target"), "exchange");
    int pictures = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50_000;
    new ExchangeBench(folder, pictures).run();
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void measure(String name, double amount, String unit, Work work) throws Exception {
    var thread = ManagementFactory.getThreadMXBean();
    long cpu = thread.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuSeconds = (thread.getCurrentThreadCpuTime() - cpu) / 1e9;
    System.out.printf(
        "%-28s %8.2f s %8.2f s cpu %10.0f %s/s%n",
        name, seconds, cpuSeconds, amount / seconds, unit);
  }

  private void run() throws Exception {
    for (String format : new String[] {"folders", "hsface-lmdb", "recordio"}) {
      Path target = folder.resolve(format);
      measure("write " + format, pictures, "pictures", () -> write(format, target));
      measure("read " + format, pictures, "pictures", () -> read(format, target));
    }
    Path zip = folder.resolve("set.zip");
    writeZip(zip);
    measure("read zip", pictures, "pictures", () -> read("archive", zip));
    checkpoint();
  }

  private void write(String format, Path target) throws DatasetException {
    byte[] image = picture();
    try (DatasetWriter writer =
        new ExportFormats().create(format, target, WriteOptions.usual().withReplace())) {
      for (int i = 0; i < pictures; i++) {
        String identity = "%06d".formatted(i / 50);
        writer.add(new FaceEntry(i, "", identity, i % 50 + ".jpg", image, null));
      }
      writer.finish();
    }
  }

  private static byte[] picture() {
    byte[] image = new byte[PICTURE];
    new Random(1).nextBytes(image);
    image[0] = (byte) 0xff;
    image[1] = (byte) 0xd8;
    image[2] = (byte) 0xff;
    return image;
  }

  private void read(String format, Path source) throws DatasetException {
    int read = 0;
    try (DatasetReader reader = new DatasetFormats().open(format, source, ReadOptions.usual())) {
      for (SourceEntry entry = reader.next(); entry != null; entry = reader.next()) {
        read += entry instanceof FaceEntry ? 1 : 0;
      }
    }
    if (read != pictures) {
      throw new IllegalStateException(read + " of " + pictures);
    }
  }

  private void writeZip(Path file) throws IOException {
    byte[] image = picture();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < pictures; i++) {
        zip.putNextEntry(new ZipEntry("%06d/%d.jpg".formatted(i / 50, i % 50)));
        zip.write(image);
      }
    }
  }

  /** As large as the published Vec2Face generator: 174 million float32 parameters. */
  private void checkpoint() throws Exception {
    Path file = folder.resolve("weights.pth");
    LinkedHashMap<String, Object> state = new LinkedHashMap<>();
    float[] values = new float[1_000_000];
    for (int i = 0; i < 174; i++) {
      String name = "layer." + i + ".weight";
      state.put(name, PickledTensor.ofFloats(name, new long[] {1000, 1000}, values));
    }
    measure("write .pth of 696 MB", 696, "MB", () -> TorchFile.write(file, state));
    measure("load .pth of 696 MB", 696, "MB", () -> load(file));
  }

  private static void load(Path file) throws Exception {
    try (TorchFile checkpoint = TorchFile.open(file)) {
      for (PickledTensor tensor : checkpoint.tensors().values()) {
        tensor.floats();
      }
    }
  }
}
