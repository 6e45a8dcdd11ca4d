package org.facewright.network.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.facewright.network.onnx.AttributeProto.GraphValue;
import org.facewright.network.onnx.AttributeProto.TensorValue;

/**
 * Sets weights to zero that are too small to matter.
 *
 * <p>Training leaves weights near the denormal range, and a processor multiplies such numbers many
 * times slower: one recogniser ran six times faster without them, with the same results.
 */
public final class TinyWeights {
  private TinyWeights() {}

  /**
   * A model with flushed weights.
   *
   * @param model the changed model; the given one when nothing was that small
   * @param flushed how many weights became zero
   */
  public record Flushed(ModelProto model, long flushed) {}

  /** Sets all float32 constants with 0 &lt; |w| &lt; limit to zero, in inner graphs too. */
  public static Flushed flush(ModelProto model, float limit) {
    long[] flushed = {0};
    GraphProto graph = flush(model.graph(), limit, flushed);
    return new Flushed(flushed[0] == 0 ? model : model.withGraph(graph), flushed[0]);
  }

  private static GraphProto flush(GraphProto graph, float limit, long[] flushed) {
    List<TensorProto> initializers =
        graph.initializers().stream().map(each -> flush(each, limit, flushed)).toList();
    List<NodeProto> nodes =
        graph.nodes().stream()
            .map(
                node ->
                    node.withAttributes(
                        node.attributes().stream()
                            .map(each -> flush(each, limit, flushed))
                            .toList()))
            .toList();
    return graph.withInitializers(initializers).withNodes(nodes);
  }

  private static AttributeProto flush(AttributeProto attribute, float limit, long[] flushed) {
    return switch (attribute.value()) {
      case TensorValue it ->
          attribute.withValue(new TensorValue(flush(it.tensor(), limit, flushed)));
      case GraphValue it -> attribute.withValue(new GraphValue(flush(it.graph(), limit, flushed)));
      default -> attribute;
    };
  }

  private static TensorProto flush(TensorProto tensor, float limit, long[] flushed) {
    if (tensor.type() != DataType.FLOAT) {
      return tensor;
    }
    ByteBuffer raw = TensorProto.littleEndian(tensor.raw().remaining());
    raw.put(0, tensor.raw(), tensor.raw().position(), raw.capacity());
    raw.order(ByteOrder.LITTLE_ENDIAN);
    long before = flushed[0];
    for (int at = 0; at + 4 <= raw.capacity(); at += 4) {
      float size = Math.abs(raw.getFloat(at));
      if (size > 0 && size < limit) {
        raw.putFloat(at, 0);
        flushed[0]++;
      }
    }
    return flushed[0] == before ? tensor : tensor.withRaw(raw);
  }
}
