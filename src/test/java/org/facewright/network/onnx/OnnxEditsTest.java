package org.facewright.network.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.facewright.network.onnx.AttributeProto.TensorValue;
import org.junit.jupiter.api.Test;

class OnnxEditsTest {
  @Test
  void flushesWhatIsTinyAndNothingElse() {
    ModelProto model = OnnxFileTest.scaledAndFlattened(1e-21f, -3e-38f, 1e-19f, 0, -2, 1e-40f);
    TinyWeights.Flushed flushed = TinyWeights.flush(model, 1e-20f);
    assertThat(flushed.flushed()).isEqualTo(3);
    assertThat(flushed.model().graph().initializers().getFirst().floatValues())
        .containsExactly(0, 0, 1e-19f, 0, -2, 0);
    assertThat(model.graph().initializers().getFirst().floatValues()[0]).isEqualTo(1e-21f);
  }

  @Test
  void leavesAModelWithoutTinyWeightsAlone() {
    ModelProto model = OnnxFileTest.scaledAndFlattened(1, 2, 3);
    assertThat(TinyWeights.flush(model, 1e-20f).model()).isSameAs(model);
  }

  @Test
  void flushesConstantsOfNodesToo() {
    NodeProto constant =
        NodeProto.of(
            "Constant",
            List.of(),
            List.of("c"),
            AttributeProto.of("value", TensorProto.floats("", new long[] {2}, 1e-30f, 5)));
    ModelProto model = OnnxFileTest.scaledAndFlattened(1);
    model = model.withGraph(model.graph().withNodes(List.of(constant)));
    ModelProto flushed = TinyWeights.flush(model, 1e-20f).model();
    TensorValue value =
        (TensorValue) flushed.graph().nodes().getFirst().attributes().getFirst().value();
    assertThat(value.tensor().floatValues()).containsExactly(0, 5);
  }

  @Test
  void freesTheBatch() {
    GraphProto graph = AnyBatch.of(OnnxFileTest.scaledAndFlattened(1, 2, 3)).graph();
    assertThat(graph.inputs().getFirst().tensor().shape().getFirst())
        .isEqualTo(Dimension.named("batch"));
    assertThat(graph.outputs().getFirst().tensor().shape())
        .containsExactly(Dimension.named("batch"), Dimension.of(6));
    assertThat(graph.initializers().get(1).longValues()).containsExactly(0, -1);
  }

  @Test
  void leavesAShapeThatSomethingElseReadsToo() {
    ModelProto model = OnnxFileTest.scaledAndFlattened(1);
    List<NodeProto> nodes = new ArrayList<>(model.graph().nodes());
    nodes.add(NodeProto.of("Identity", List.of("flat"), List.of("copy")));
    GraphProto graph = AnyBatch.of(model.withGraph(model.graph().withNodes(nodes))).graph();
    assertThat(graph.initializers().get(1).longValues()).containsExactly(1, -1);
  }

  @Test
  void takesWeightsOutOfTheInputs() {
    ModelProto model = OnnxFileTest.scaledAndFlattened(1, 2, 3);
    List<ValueInfoProto> inputs = new ArrayList<>(model.graph().inputs());
    inputs.add(ValueInfoProto.of("weight", DataType.FLOAT, Dimension.of(3)));
    ModelProto old =
        model.withGraph(model.graph().withEnds(inputs, model.graph().outputs(), List.of()));
    assertThat(ConstantWeights.of(old).graph().inputs()).hasSize(1);
    ModelProto older = new ModelProto(3, "", "", old.graph(), old.opsets(), List.of(), List.of());
    assertThat(ConstantWeights.of(older).graph().inputs()).as("format 3 wants them").hasSize(2);
  }
}
