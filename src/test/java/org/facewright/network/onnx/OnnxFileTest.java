package org.facewright.network.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.facewright.network.onnx.AttributeProto.FloatsValue;
import org.facewright.network.onnx.AttributeProto.GraphValue;
import org.facewright.network.onnx.AttributeProto.IntsValue;
import org.facewright.network.onnx.AttributeProto.TextsValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxFileTest {
  @TempDir Path folder;

  /** y = Reshape(x * weight, [1, -1]) for x of [1, 2, 3]: what exporters make of a batch of one. */
  static ModelProto scaledAndFlattened(float... weight) {
    GraphProto graph =
        GraphProto.of(
            "scale",
            List.of(
                NodeProto.of("Mul", List.of("x", "weight"), List.of("scaled")),
                NodeProto.of("Reshape", List.of("scaled", "flat"), List.of("y"))),
            List.of(
                TensorProto.floats("weight", new long[] {weight.length}, weight),
                TensorProto.longs("flat", new long[] {2}, 1, -1)),
            List.of(
                ValueInfoProto.of(
                    "x", DataType.FLOAT, Dimension.of(1), Dimension.of(2), Dimension.of(3))),
            List.of(ValueInfoProto.of("y", DataType.FLOAT, Dimension.of(1), Dimension.of(6))));
    return ModelProto.of(graph, 8, 13);
  }

  private ModelProto writtenAndRead(ModelProto model) throws Exception {
    Path file = folder.resolve("model.onnx");
    OnnxFile.write(model, file);
    return OnnxFile.read(file);
  }

  @Test
  void readsWhatItWrote() throws Exception {
    ModelProto read = writtenAndRead(scaledAndFlattened(1, 2, 3));
    assertThat(read.producer()).isEqualTo("facewright");
    assertThat(read.opsets()).containsExactly(new ModelProto.OperatorSet("", 13));
    GraphProto graph = read.graph();
    assertThat(graph.nodes()).extracting(NodeProto::opType).containsExactly("Mul", "Reshape");
    assertThat(graph.nodes().getFirst().inputs()).containsExactly("x", "weight");
    assertThat(graph.initializers().getFirst().floatValues()).containsExactly(1, 2, 3);
    assertThat(graph.initializers().get(1).longValues()).containsExactly(1, -1);
    assertThat(graph.inputs().getFirst().tensor().shape())
        .containsExactly(Dimension.of(1), Dimension.of(2), Dimension.of(3));
  }

  @Test
  void keepsAttributesOfEveryKind() throws Exception {
    ModelProto inner = scaledAndFlattened(4);
    List<AttributeProto> attributes =
        List.of(
            AttributeProto.of("f", 1.5f),
            AttributeProto.of("i", -7L),
            AttributeProto.of("zero", 0L),
            AttributeProto.of("s", "grüß"),
            AttributeProto.ints("pads", 1, 0, -3),
            AttributeProto.of("t", TensorProto.floats("", new long[] {2}, 8, 9)),
            new AttributeProto("fs", new FloatsValue(List.of(1f, -2f)), List.of()),
            new AttributeProto("ss", new TextsValue(List.of("a", "")), List.of()),
            new AttributeProto("g", new GraphValue(inner.graph()), List.of()));
    NodeProto node =
        new NodeProto("Odd", "own", "n", List.of(), List.of("o"), attributes, List.of());
    ModelProto model = inner.withGraph(inner.graph().withNodes(List.of(node)));
    NodeProto read = writtenAndRead(model).graph().nodes().getFirst();
    assertThat(read.domain()).isEqualTo("own");
    assertThat(read.attributes())
        .extracting(AttributeProto::name)
        .containsExactly("f", "i", "zero", "s", "pads", "t", "fs", "ss", "g");
    List<AttributeProto.Value> values =
        new ArrayList<>(read.attributes().stream().map(AttributeProto::value).toList());
    assertThat(values.get(0)).isEqualTo(new AttributeProto.FloatValue(1.5f));
    assertThat(values.get(1)).isEqualTo(new AttributeProto.IntValue(-7));
    assertThat(values.get(2)).isEqualTo(new AttributeProto.IntValue(0));
    assertThat(((AttributeProto.TextValue) values.get(3)).text()).isEqualTo("grüß");
    assertThat(values.get(4)).isEqualTo(new IntsValue(List.of(1L, 0L, -3L)));
    assertThat(((AttributeProto.TensorValue) values.get(5)).tensor().floatValues())
        .containsExactly(8, 9);
    assertThat(values.get(6)).isEqualTo(new FloatsValue(List.of(1f, -2f)));
    assertThat(values.get(7)).isEqualTo(new TextsValue(List.of("a", "")));
    assertThat(((GraphValue) values.get(8)).graph().nodes()).hasSize(2);
  }

  @Test
  void bringsElementsIntoRawFormWhicheverFieldHoldsThem() throws Exception {
    // TensorProto: dims 1: 3, data_type 2: FLOAT16 (10), int32_data 5 packed: 1, 2, 0x3c00
    byte[] half = {8, 3, 16, 10, 42, 4, 1, 2, (byte) 0x80, 0x78};
    TensorProto tensor = TensorProto.read(new WireReader(ByteBuffer.wrap(half)));
    assertThat(tensor.type()).isEqualTo(DataType.FLOAT16);
    assertThat(tensor.raw().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(2))
        .isEqualTo((short) 0x3c00);
    // float_data 4 one by one (wire type 5)
    byte[] single = {16, 1, 37, 0, 0, (byte) 0x80, 63, 37, 0, 0, 0, 64};
    assertThat(TensorProto.read(new WireReader(ByteBuffer.wrap(single))).floatValues())
        .containsExactly(1, 2);
  }

  @Test
  void carriesUnknownFieldsAlong() throws Exception {
    ModelProto model = scaledAndFlattened(1);
    WireWriter extra = new WireWriter();
    extra.text(777, "from the future");
    ModelProto marked =
        new ModelProto(
            model.irVersion(),
            model.producer(),
            "",
            model.graph(),
            model.opsets(),
            List.of(new TextEntry("a", "b")),
            extra.pieces());
    ModelProto read = writtenAndRead(marked);
    assertThat(read.other()).hasSize(1);
    assertThat(StandardCharsets.UTF_8.decode(read.other().getFirst().duplicate()).toString())
        .contains("from the future");
    assertThat(read.metadata()).containsExactly(new TextEntry("a", "b"));
  }

  @Test
  void refusesAFileThatBreaksOffAnywhere() throws Exception {
    Path file = folder.resolve("model.onnx");
    OnnxFile.write(scaledAndFlattened(1, 2, 3), file);
    byte[] whole = Files.readAllBytes(file);
    int refused = 0;
    for (int length = 0; length < whole.length; length++) {
      try {
        OnnxFile.read(ByteBuffer.wrap(Arrays.copyOf(whole, length)));
      } catch (OnnxFormatException e) {
        refused++;
      }
    }
    // Between two fields of the model itself a cut cannot be seen.
    assertThat(refused).isGreaterThan(whole.length - 12);
  }

  @Test
  void namesTheFileThatIsNoModel() throws Exception {
    Path file = Files.writeString(folder.resolve("page.onnx"), "<html>not found</html>");
    assertThatThrownBy(() -> OnnxFile.read(file))
        .isInstanceOf(OnnxFormatException.class)
        .hasMessageContaining("page.onnx");
  }
}
