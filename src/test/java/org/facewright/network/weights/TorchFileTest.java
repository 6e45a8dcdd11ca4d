package org.facewright.network.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.facewright.network.pickle.PickleException;
import org.facewright.network.pickle.PickleWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checkpoints that we write, and checkpoints that lie about their tensors. */
class TorchFileTest {
  @TempDir Path folder;

  private static LinkedHashMap<String, Object> stateDict(int values) {
    float[] weights = new float[values];
    for (int i = 0; i < values; i++) {
      weights[i] = i - 0.5f;
    }
    LinkedHashMap<String, Object> state = new LinkedHashMap<>();
    state.put("fc.weight", PickledTensor.ofFloats("fc.weight", new long[] {values, 1}, weights));
    state.put("steps", PickledTensor.ofLongs("steps", new long[] {}, new long[] {42}));
    return state;
  }

  @Test
  void writtenCheckpointsAreReadBack() throws Exception {
    Path file = folder.resolve("a.pth");
    LinkedHashMap<String, Object> content = new LinkedHashMap<>();
    content.put("model", stateDict(300_000));
    content.put("epoch", 7);
    content.put("name", "caf\u00e9");
    content.put("losses", List.of(0.5, 0.25));
    TorchFile.write(file, content);
    try (TorchFile back = TorchFile.open(file)) {
      Map<String, PickledTensor> model = back.tensors("model");
      assertThat(model.keySet()).containsExactly("fc.weight", "steps");
      assertThat(model.get("fc.weight").shape()).containsExactly(300_000, 1);
      float[] values = model.get("fc.weight").floats();
      assertThat(values[299_999]).isEqualTo(299_998.5f);
      assertThat(model.get("steps").longs()).containsExactly(42);
      assertThat(model.get("steps").shape()).isEmpty();
      assertThat(back.values())
          .containsEntry("epoch", 7L)
          .containsEntry("name", "caf\u00e9")
          .containsEntry("losses.1", 0.25);
      assertThat(back.tensors().keySet()).containsExactly("model.fc.weight", "model.steps");
    }
    try (var left = Files.list(folder)) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void tensorsAreAlignedAndTheSameEveryTime() throws Exception {
    Path one = folder.resolve("1.pth");
    Path two = folder.resolve("2.pth");
    TorchFile.write(one, stateDict(100));
    TorchFile.write(two, stateDict(100));
    assertThat(one).hasSameBinaryContentAs(two);
    try (ZipFile zip = new ZipFile(one.toFile());
        TorchFile file = TorchFile.open(one)) {
      assertThat(zip.getEntry("archive/version")).isNotNull();
      long base = file.tensors().get("fc.weight").storage().address();
      long other = file.tensors().get("steps").storage().address();
      assertThat((other - base) % 64).isZero();
    }
  }

  private Path zip(byte[] pickle, byte[] storage) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      stored(zip, "x/data.pkl", pickle);
      stored(zip, "x/data/0", storage);
    }
    return Files.write(folder.resolve("x.pth"), out.toByteArray());
  }

  private static void stored(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  /** A tensor of shape [size] over 6 floats. */
  private static byte[] tensor(long elements, long offset, long size, long stride) {
    PickleWriter pickle = new PickleWriter().global("torch._utils", "_rebuild_tensor_v2").mark();
    pickle.mark().text("storage").global("torch", "FloatStorage").text("0").text("cpu");
    pickle.integer(elements).tuple().persistentId().integer(offset);
    pickle.mark().integer(size).tuple().mark().integer(stride).tuple();
    return pickle.flag(false).none().tuple().reduce().finish();
  }

  @Test
  void aTensorWithinItsStorageLoads() throws Exception {
    try (TorchFile file = TorchFile.open(zip(tensor(6, 1, 2, 4), new byte[24]))) {
      assertThat(file.tensors().get("").floats()).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "6,0,7,1",
    "6,1,6,1",
    "6,0,2,6",
    "6,-1,2,1",
    "6,0,-2,1",
    "6,0,2,-1",
    "5,0,2,1",
    "7,0,2,1",
    "6,0,4611686018427387904,4",
    "4611686018427387904,0,2,1",
    "6,9223372036854775807,2,1",
    "6,0,1000000,0"
  })
  void aTensorThatLiesIsRefused(long elements, long offset, long size, long stride)
      throws Exception {
    Path file = zip(tensor(elements, offset, size, stride), new byte[24]);
    assertThatThrownBy(() -> TorchFile.open(file)).isInstanceOf(PickleException.class);
  }

  @Test
  void damagedWeightsAreNoticed() throws Exception {
    Path file = folder.resolve("a.pth");
    TorchFile.write(file, stateDict(1000));
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> TorchFile.open(file))
        .isInstanceOf(PickleException.class)
        .hasMessageContaining("checksum");
  }

  @Test
  void settingsBesideTheWeightsAreDataOnly() throws Exception {
    PickleWriter pickle = new PickleWriter().emptyDict().mark().text("args");
    pickle.global("argparse", "Namespace").emptyTuple().reduce();
    pickle.emptyDict().mark().text("lr").real(0.1).setItems().build();
    byte[] bytes = pickle.setItems().finish();
    try (TorchFile file = TorchFile.open(zip(bytes, new byte[0]))) {
      assertThat(file.values()).containsEntry("args.lr", 0.1);
    }
  }

  @Test
  void sharedBranchesDoNotExplode() throws Exception {
    PickleWriter pickle = new PickleWriter();
    // thirty dictionaries, each holding the one before twice: 2^30 names, if nobody counted
    byte[] bytes = nested(pickle);
    Path file = zip(bytes, new byte[0]);
    assertThatThrownBy(() -> TorchFile.open(file))
        .isInstanceOf(PickleException.class)
        .hasMessageContaining("values");
  }

  private static byte[] nested(PickleWriter writer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] start = writer.emptyDict().finish();
    out.write(start, 0, start.length - 1);
    for (int i = 0; i < 30; i++) {
      out.writeBytes(new byte[] {'q', (byte) i, '}', '('});
      for (String key : List.of("a", "b")) {
        out.writeBytes(new byte[] {'U', 1, (byte) key.charAt(0), 'h', (byte) i});
      }
      out.write('u');
    }
    out.write('.');
    return out.toByteArray();
  }
}
