package org.facewright.inference.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.facewright.inference.catalogue.AlignmentTemplate;
import org.facewright.inference.catalogue.ColourOrder;
import org.facewright.inference.catalogue.InputContract;
import org.facewright.inference.catalogue.Layout;
import org.facewright.inference.catalogue.ModelEntry;
import org.facewright.inference.catalogue.ModelFile;
import org.facewright.inference.catalogue.ModelSource;
import org.facewright.inference.catalogue.ModelTask;
import org.facewright.inference.catalogue.OutputContract;
import org.facewright.inference.catalogue.Preparation;
import org.facewright.network.onnx.AttributeProto;
import org.facewright.network.onnx.DataType;
import org.facewright.network.onnx.Dimension;
import org.facewright.network.onnx.GraphProto;
import org.facewright.network.onnx.ModelProto;
import org.facewright.network.onnx.NodeProto;
import org.facewright.network.onnx.OnnxFile;
import org.facewright.network.onnx.TensorProto;
import org.facewright.network.onnx.ValueInfoProto;

/**
 * A recogniser of a few bytes: its vector of 48 is the 4 x 4 picture itself, scaled. Exported for a
 * batch of one, with one tiny weight.
 */
final class SmallRecogniser {
  private SmallRecogniser() {}

  /** Writes the network; a transposed one cannot be given a free batch. */
  static byte[] network(Path scratch, boolean transposed) throws IOException {
    String flattened = transposed ? "turned" : "scaled";
    NodeProto scale = NodeProto.of("Mul", List.of("x", "weight"), List.of("scaled"));
    NodeProto turn =
        NodeProto.of(
            "Transpose",
            List.of("scaled"),
            List.of("turned"),
            AttributeProto.ints("perm", 3, 1, 2, 0));
    NodeProto flatten = NodeProto.of("Reshape", List.of(flattened, "flat"), List.of("y"));
    GraphProto graph =
        GraphProto.of(
            "small",
            transposed ? List.of(scale, turn, flatten) : List.of(scale, flatten),
            List.of(
                TensorProto.floats("weight", new long[] {4}, 1, 2, 1e-30f, 3),
                TensorProto.longs("flat", new long[] {2}, 1, -1)),
            List.of(
                ValueInfoProto.of(
                    "x",
                    DataType.FLOAT,
                    Dimension.of(1),
                    Dimension.of(3),
                    Dimension.of(4),
                    Dimension.of(4))),
            List.of(ValueInfoProto.of("y", DataType.FLOAT, Dimension.of(1), Dimension.of(48))));
    Path file = scratch.resolve("small-source.onnx");
    OnnxFile.write(ModelProto.of(graph, 8, 13), file);
    return Files.readAllBytes(file);
  }

  static ModelEntry entry(ModelSource source, ModelFile file, int dim) {
    return new ModelEntry(
        "small",
        "Small",
        ModelTask.EMBEDDER,
        "CC0-1.0",
        "",
        source,
        List.of(file),
        Set.of(Preparation.FLUSH_TINY_WEIGHTS, Preparation.ANY_BATCH),
        new InputContract(
            4,
            4,
            ColourOrder.RGB,
            List.of(127.5, 127.5, 127.5),
            List.of(127.5, 127.5, 127.5),
            Layout.NCHW,
            AlignmentTemplate.ARCFACE_112,
            1),
        new OutputContract(OutputContract.Kind.EMBEDDING, dim));
  }
}
