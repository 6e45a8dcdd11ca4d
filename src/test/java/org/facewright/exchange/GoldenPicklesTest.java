package org.facewright.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.facewright.exchange.pickle.VerificationPickle;
import org.facewright.exchange.verification.VerificationSet;
import org.facewright.exchange.verification.VerificationSets;
import org.facewright.network.pickle.PickleException;
import org.facewright.network.weights.PickledTensor;
import org.facewright.network.weights.TensorType;
import org.facewright.network.weights.TorchFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** golden/pickles: the good load, each bad one gives one typed error, quickly, running nothing. */
class GoldenPicklesTest {
  private static final long MOST_BYTES = 64L << 20;

  static Stream<String> bad() throws IOException {
    Path golden = Path.of("../shared/golden/pickles");
    if (!Files.isDirectory(golden)) {
      return Stream.of("needs ../shared/golden/pickles");
    }
    try (Stream<Path> files = Files.list(golden)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("bad_"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static void load(Path file) throws Exception {
    if (file.toString().endsWith(".pth")) {
      TorchFile.open(file).close();
    } else {
      VerificationPickle.read(MemorySegment.ofArray(Files.readAllBytes(file)));
    }
  }

  @ParameterizedTest
  @MethodSource("bad")
  void badOnesGiveOneTypedErrorInBoundedTimeAndMemory(String name) throws Exception {
    Path file = Golden.folder("pickles").resolve(name);
    assertThatThrownBy(() -> load(file)).isInstanceOf(PickleException.class); // classes loaded
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    long allocated = threads.getCurrentThreadAllocatedBytes();
    // Time of this thread alone: a busy machine is no slow reader.
    long start = threads.getCurrentThreadCpuTime();
    assertThatThrownBy(() -> load(file))
        .isInstanceOfSatisfying(
            PickleException.class,
            error -> {
              assertThat(error.opcode()).isNotBlank();
              assertThat(error.offset()).isBetween(0L, file.toFile().length());
              assertThat(error).hasMessageContaining(error.opcode() + " at byte " + error.offset());
            });
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start))
        .isLessThan(Duration.ofSeconds(1));
    assertThat(threads.getCurrentThreadAllocatedBytes() - allocated).isLessThan(MOST_BYTES);
    assertThat(Path.of("pwned")).doesNotExist();
  }

  @Test
  void aPickleCutAnywhereIsRefused() throws Exception {
    byte[] whole = Files.readAllBytes(Golden.folder("pickles").resolve("good_p4.bin"));
    assertThat(VerificationPickle.read(MemorySegment.ofArray(whole)).pairs()).isEqualTo(2);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> VerificationPickle.read(MemorySegment.ofArray(cut)))
          .isInstanceOf(PickleException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bad_system_p2.bin", "bad_empty.bin", "bad_len_2e63.bin"})
  void asDatasetsTheyAreRefusedWithTheFilesName(String name) {
    Path file = Golden.folder("pickles").resolve(name);
    assertThatThrownBy(
            () -> new DatasetFormats().open("insightface-bin", file, ReadOptions.usual()))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(name);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 4, 5})
  void verificationSetsOfAllProtocolsLoad(int protocol) throws Exception {
    Path file = Golden.folder("pickles").resolve("good_p" + protocol + ".bin");
    byte[] jpeg = new byte[24];
    byte[] head = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};
    System.arraycopy(head, 0, jpeg, 0, 4);
    for (int i = 4; i < 24; i++) {
      jpeg[i] = (byte) (i - 4);
    }
    byte[] png = java.util.Arrays.copyOf("?PNG\r\n".getBytes(StandardCharsets.US_ASCII), 26);
    png[0] = (byte) 0x89;
    try (VerificationSet set = new VerificationSets().open(file, ReadOptions.usual())) {
      assertThat(set.pairs()).isEqualTo(2);
      assertThat(List.of(set.same(0), set.same(1))).containsExactly(true, false);
      assertThat(set.image(0)).isEqualTo(jpeg);
      assertThat(set.image(1)).isEqualTo(png);
      assertThat(set.image(2)).isEqualTo(jpeg);
      assertThat(set.image(3)).isEqualTo(png);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"good_state.pth", "good_legacy.pth"})
  void checkpointsOfBothLayoutsLoad(String name) throws Exception {
    try (TorchFile file = TorchFile.open(Golden.folder("pickles").resolve(name))) {
      var tensors = file.tensors("model_vec2face");
      assertThat(tensors.keySet()).containsExactly("a", "b", "c", "d");
      assertThat(tensors.get("a").floats()).containsExactly(0, 1, 2, 3, 4, 5);
      assertThat(tensors.get("a").shape()).containsExactly(2, 3);
      assertThat(tensors.get("b").type()).isEqualTo(TensorType.FLOAT16);
      assertThat(tensors.get("b").floats()).containsExactly(0, 1, 2, 3);
      assertThat(tensors.get("c").longs()).containsExactly(1, 2, 3);
      PickledTensor transposed = tensors.get("d");
      assertThat(transposed.shape()).containsExactly(4, 3);
      assertThat(transposed.strides()).containsExactly(1, 4);
      assertThat(transposed.contiguous()).isFalse();
      assertThat(transposed.floats()).containsExactly(0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11);
      assertThat(file.values()).containsEntry("epoch", 3L).containsEntry("lr", 0.001);
    }
  }

  @Test
  void parametersAndBfloat16Load() throws Exception {
    try (TorchFile file = TorchFile.open(Golden.folder("pickles").resolve("good_param.pth"))) {
      assertThat(file.tensors().get("m").shape()).containsExactly(2, 2);
      assertThat(file.tensors().get("bf").type()).isEqualTo(TensorType.BFLOAT16);
      assertThat(file.tensors().get("bf").floats()).hasSize(3);
    }
  }

  @Test
  void aWholeTinyGeneratorLoads() throws Exception {
    Path file = Golden.folder("vec2face").resolve("tiny/checkpoint.pth");
    try (TorchFile checkpoint = TorchFile.open(file)) {
      var tensors = checkpoint.tensors("model_vec2face");
      assertThat(tensors).hasSizeGreaterThan(50);
      assertThat(tensors.values())
          .allSatisfy(t -> assertThat(t.floats()).hasSize((int) t.elements()));
    }
  }
}
