package org.facewright.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.facewright.network.pickle.PickleException;
import org.facewright.network.weights.TorchFile;
import org.facewright.vector.Npy;
import org.facewright.vector.NpyException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random flips and cuts of real files: typed errors and unreadable entries, nothing else, no hang.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DamagedFilesTest {
  private static final int ROUNDS = 60;

  @TempDir Path folder;

  /** What one round does to the bytes; each flips bits where the format keeps its structure. */
  private static byte[] damage(byte[] whole, List<Integer> structure, Random random) {
    if (random.nextInt(4) == 0) {
      return Arrays.copyOf(whole, random.nextInt(whole.length));
    }
    byte[] bytes = whole.clone();
    for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
      int at =
          structure.isEmpty() || random.nextInt(4) == 0
              ? random.nextInt(bytes.length)
              : structure.get(random.nextInt(structure.size()));
      bytes[at] =
          random.nextBoolean()
              ? (byte) random.nextInt()
              : (byte) (bytes[at] ^ 1 << random.nextInt(8));
    }
    return bytes;
  }

  /** Offsets of page headers and nodes, of record heads, of everything small. */
  private static List<Integer> structure(String format, byte[] bytes) {
    List<Integer> offsets = new ArrayList<>();
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (format.endsWith("lmdb")) {
      for (int page = 0; page + 4096 <= bytes.length; page += 4096) {
        int flags = buffer.getLong(page) == page / 4096 ? buffer.getShort(page + 10) : 0;
        int length = flags == 1 || flags == 2 ? 4096 : flags == 8 ? 160 : flags == 4 ? 24 : 0;
        for (int i = 0; i < length; i++) {
          offsets.add(page + i);
        }
      }
    } else if (format.equals("recordio")) {
      for (int at = 0; at + 4 <= bytes.length; at += 4) {
        for (int i = 0; i < 36 && buffer.getInt(at) == 0xced7230a && at + i < bytes.length; i++) {
          offsets.add(at + i);
        }
      }
    } else {
      for (int i = 0; i < Math.min(200, bytes.length); i++) {
        offsets.add(i);
        offsets.add(bytes.length - 1 - i);
      }
    }
    return offsets;
  }

  private static int readAll(String format, Path file) {
    int entries = 0;
    try (DatasetReader reader = new DatasetFormats().open(format, file, ReadOptions.usual())) {
      for (SourceEntry entry = reader.next(); entry != null; entry = reader.next()) {
        assertThat(entry.position()).isEqualTo(entries);
        assertThat(entry.place()).isNotBlank();
        entries++;
        assertThat(entries).isLessThan(1_000_000);
      }
    } catch (DatasetException refused) {
      assertThat(refused).hasMessageContaining(file.getFileName().toString());
    }
    return entries;
  }

  @ParameterizedTest
  @CsvSource({
    "hsface-lmdb,hsface-style.lmdb",
    "vec2face-lmdb,vec2face-training-style.lmdb",
    "recordio,train.rec",
    "insightface-bin,pairs20_p2.bin",
    "insightface-bin,insightface_small_lfw.bin",
    "insightface-bin,pairs20.xz"
  })
  void datasets(String format, String name) throws IOException {
    byte[] whole = Files.readAllBytes(Golden.folder("formats").resolve(name));
    List<Integer> structure = structure(format, whole);
    Random random = new Random(name.hashCode());
    Path file = folder.resolve("damaged");
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Files.write(file, damage(whole, structure, random));
      new DatasetFormats().detect(file);
      read += readAll(format, file);
    }
    // an .xz carries checksums: no damage gets through; the others lose single entries
    assertThat(read > 0).isEqualTo(!name.endsWith(".xz"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void archives(int seed) throws IOException {
    byte[] zip = Archives.zip(Archives.folders(6, 4), true);
    byte[] tar = Archives.tar(Archives.folders(6, 4));
    byte[] gzip = Archives.gzip(tar);
    Random random = new Random(seed);
    Path file = folder.resolve("damaged");
    for (int round = 0; round < ROUNDS; round++) {
      for (byte[] whole : List.of(zip, tar, gzip)) {
        Files.write(file, damage(whole, structure("archive", whole), random));
        readAll("archive", file);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "good_p0.bin",
        "good_p2.bin",
        "good_p4.bin",
        "good_state.pth",
        "good_legacy.pth",
        "good_param.pth"
      })
  void pickles(String name) throws IOException {
    byte[] whole = Files.readAllBytes(Golden.folder("pickles").resolve(name));
    Random random = new Random(name.hashCode());
    Path file = folder.resolve("damaged");
    for (int round = 0; round < 10 * ROUNDS; round++) {
      Files.write(file, damage(whole, List.of(), random));
      if (name.endsWith(".bin")) {
        readAll("insightface-bin", file);
      } else {
        readTensors(file);
      }
    }
  }

  private static void readTensors(Path file) throws IOException {
    try (TorchFile checkpoint = TorchFile.open(file)) {
      checkpoint.tensors().values().forEach(tensor -> assertThat(tensor.floats()).isNotNull());
    } catch (PickleException refused) {
      assertThat(refused.offset()).isNotNegative();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"center_features.npy", "mask_first_8_ids.npy"})
  void npyFiles(String name) throws IOException {
    byte[] whole = Files.readAllBytes(Golden.folder("formats").resolve(name));
    List<Integer> header = structure("npy", Arrays.copyOf(whole, 128));
    Random random = new Random(name.hashCode());
    Path file = folder.resolve("damaged");
    for (int round = 0; round < 5 * ROUNDS; round++) {
      Files.write(file, damage(whole, header, random));
      try {
        Npy.longs(file);
        Npy.matrix(file);
      } catch (NpyException refused) {
        assertThat(refused).hasMessageContaining("damaged");
      }
    }
  }
}
