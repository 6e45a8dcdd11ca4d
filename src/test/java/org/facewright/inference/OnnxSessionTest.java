package org.facewright.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facewright.network.onnx.DataType;
import org.facewright.network.onnx.Dimension;
import org.facewright.network.onnx.GraphProto;
import org.facewright.network.onnx.ModelProto;
import org.facewright.network.onnx.NodeProto;
import org.facewright.network.onnx.OnnxFile;
import org.facewright.network.onnx.ValueInfoProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxSessionTest {
  private static final InferenceSettings ONE_THREAD =
      new InferenceSettings(Device.CPU, 1, 1, Precision.EXACT);

  @TempDir Path folder;
  private final OnnxRuntime runtime = newRuntime();

  private static OnnxRuntime newRuntime() {
    try {
      return new OnnxRuntime();
    } catch (InferenceException e) {
      throw new AssertionError(e);
    }
  }

  /** z = x + y, of any length. */
  private Path sum(DataType type) throws IOException {
    Dimension any = Dimension.named("n");
    GraphProto graph =
        GraphProto.of(
            "sum",
            List.of(NodeProto.of("Add", List.of("x", "y"), List.of("z"))),
            List.of(),
            List.of(ValueInfoProto.of("x", type, any), ValueInfoProto.of("y", type, any)),
            List.of(ValueInfoProto.of("z", type, any)));
    Path file = folder.resolve(type + ".onnx");
    OnnxFile.write(ModelProto.of(graph, 8, 14), file);
    return file;
  }

  private static Tensor.Floats floats(float... values) {
    return Tensor.Floats.of(new long[] {values.length}, values);
  }

  @Test
  void runsANetworkThatWeWrote() throws Exception {
    try (OnnxSession session = OnnxSession.open(runtime, sum(DataType.FLOAT), ONE_THREAD)) {
      assertThat(session.inputs())
          .containsExactly(
              new TensorSpec("x", ElementType.FLOAT32, List.of(-1L)),
              new TensorSpec("y", ElementType.FLOAT32, List.of(-1L)));
      Map<String, Tensor> out = session.run(Map.of("x", floats(1, 2), "y", floats(10, 20)));
      assertThat(((Tensor.Floats) out.get("z")).toArray()).containsExactly(11, 22);
    }
  }

  @Test
  void convertsToHalfPrecisionAndBack() throws Exception {
    try (OnnxSession session = OnnxSession.open(runtime, sum(DataType.FLOAT16), ONE_THREAD)) {
      assertThat(session.inputs().getFirst().type()).isEqualTo(ElementType.FLOAT16);
      Map<String, Tensor> out = session.run(Map.of("x", floats(.5f), "y", floats(.25f)));
      assertThat(((Tensor.Floats) out.get("z")).toArray()[0]).isCloseTo(.75f, within(1e-3f));
    }
  }

  @Test
  void convertsWholeNumbers() throws Exception {
    for (DataType type : List.of(DataType.INT64, DataType.INT32)) {
      try (OnnxSession session = OnnxSession.open(runtime, sum(type), ONE_THREAD)) {
        Tensor x = new Tensor.Longs(new long[] {2}, new long[] {7, -1});
        Tensor.Longs out = (Tensor.Longs) session.run(Map.of("x", x, "y", x)).get("z");
        assertThat(out.values()).containsExactly(14, -2);
      }
    }
  }

  @Test
  void saysWhatIsWrongWithAnInput() throws Exception {
    try (OnnxSession session = OnnxSession.open(runtime, sum(DataType.FLOAT), ONE_THREAD)) {
      assertThatThrownBy(() -> session.run(Map.of("x", floats(1))))
          .isInstanceOf(InferenceException.class)
          .hasMessageContaining("\"y\"");
      Tensor whole = new Tensor.Longs(new long[] {1}, new long[] {1});
      assertThatThrownBy(() -> session.run(Map.of("x", whole, "y", whole)))
          .isInstanceOf(InferenceException.class)
          .hasMessageContaining("FLOAT32");
      assertThatThrownBy(() -> session.run(Map.of("x", floats(1, 2, 3), "y", floats(1, 2))))
          .isInstanceOf(InferenceException.class);
    }
  }

  @Test
  void namesAFileThatIsNoNetwork() throws Exception {
    Path file = Files.writeString(folder.resolve("bad.onnx"), "no network");
    assertThatThrownBy(() -> OnnxSession.open(runtime, file, ONE_THREAD))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("bad.onnx");
    assertThatThrownBy(() -> OnnxSession.open(runtime, folder.resolve("none"), ONE_THREAD))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("no model file");
    assertThat(runtime.openSessions()).isZero();
  }

  @Test
  void countsOpenSessionsAndClosesTwiceWithoutHarm() throws Exception {
    OnnxSession session = OnnxSession.open(runtime, sum(DataType.FLOAT), ONE_THREAD);
    assertThat(runtime.openSessions()).isEqualTo(1);
    session.close();
    session.close();
    assertThat(runtime.openSessions()).isZero();
    assertThatThrownBy(() -> session.run(Map.of("x", floats(1), "y", floats(1))))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void runsOverlapSafelyEvenWithClosing() throws Exception {
    OnnxSession session = OnnxSession.open(runtime, sum(DataType.FLOAT), ONE_THREAD);
    IntStream.range(0, 400)
        .parallel()
        .forEach(
            i -> {
              if (i == 399) {
                session.close();
              }
              try {
                Tensor z = session.run(Map.of("x", floats(i), "y", floats(1))).get("z");
                assertThat(((Tensor.Floats) z).toArray()[0]).isEqualTo(i + 1f);
              } catch (InferenceException e) {
                assertThat(e).hasMessageContaining("closed");
              }
            });
    assertThat(runtime.openSessions()).isZero();
  }

  @Test
  void cudaIsAnErrorWhereItDoesNotAnswer() throws Exception {
    assumeTrue(runtime.whyNoCuda() != null, "CUDA answers here");
    Path file = sum(DataType.FLOAT);
    assertThatThrownBy(() -> OnnxSession.open(runtime, file, ONE_THREAD.withDevice(Device.CUDA)))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("CUDA");
    OnnxSession.open(runtime, file, ONE_THREAD.withDevice(Device.AUTO)).close();
  }

  @Test
  void theVersionIsTheOneThatNeverPhonesHome() {
    assertThat(runtime.version()).isEqualTo("1.28.0");
  }

  @Test
  void opensNoConnectionToAnybody() throws Exception {
    assumeTrue(Files.isReadable(Path.of("/proc/self/net/tcp")), "needs /proc");
    Set<String> before = ownConnections();
    try (OnnxSession session = OnnxSession.open(runtime, sum(DataType.FLOAT), ONE_THREAD)) {
      session.run(Map.of("x", floats(1), "y", floats(1)));
      Thread.sleep(300);
      Set<String> after = ownConnections();
      after.removeAll(before);
      assertThat(after).isEmpty();
    }
  }

  /** Inodes of this process's sockets that the kernel lists as TCP or UDP. */
  private static Set<String> ownConnections() throws IOException {
    Set<String> inodes = new HashSet<>();
    for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
      for (String line : Files.readAllLines(Path.of("/proc/self/net/" + table))) {
        String[] columns = line.strip().split("\\s+");
        inodes.add(columns.length > 9 ? columns[9] : "");
      }
    }
    Set<String> own = new HashSet<>();
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      for (Path each : open.toList()) {
        String target = Files.exists(each) ? linkTarget(each) : "";
        if (target.startsWith("socket:") && inodes.contains(target.replaceAll("\\D", ""))) {
          own.add(target);
        }
      }
    }
    return own;
  }

  private static String linkTarget(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return ""; // Closed in between.
    }
  }
}
