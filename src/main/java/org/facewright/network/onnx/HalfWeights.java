package org.facewright.network.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps large weights in 16 bits: half the file, the same graph. Each is cast back to 32 bits by a
 * node that engines fold away when they open the file.
 */
public final class HalfWeights {
  private static final int LARGE = 1024;
  private static final float LARGEST = 65504;

  private HalfWeights() {}

  /** A model whose float32 weights of 1,024 numbers or more are kept as float16. */
  public static ModelProto of(ModelProto model) {
    GraphProto graph = model.graph();
    List<TensorProto> weights = new ArrayList<>();
    List<NodeProto> nodes = new ArrayList<>();
    for (TensorProto weight : graph.initializers()) {
      if (weight.type() != DataType.FLOAT
          || !weight.external().isEmpty()
          || weight.raw().remaining() < 4 * LARGE) {
        weights.add(weight);
        continue;
      }
      String half = weight.name() + ".half";
      weights.add(
          new TensorProto(
              half,
              DataType.FLOAT16,
              weight.dims(),
              halves(weight.raw()),
              List.of(),
              weight.other()));
      nodes.add(
          NodeProto.of(
              "Cast",
              List.of(half),
              List.of(weight.name()),
              AttributeProto.of("to", (long) DataType.FLOAT.number())));
    }
    nodes.addAll(graph.nodes());
    return model.withGraph(graph.withInitializers(weights).withNodes(nodes));
  }

  private static ByteBuffer halves(ByteBuffer floats) {
    ByteBuffer from = floats.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer to = TensorProto.littleEndian(from.remaining() / 2);
    while (from.hasRemaining()) {
      to.putShort(Float.floatToFloat16(Math.clamp(from.getFloat(), -LARGEST, LARGEST)));
    }
    return to.flip();
  }
}
