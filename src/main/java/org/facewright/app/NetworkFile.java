package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.network.onnx.GraphProto;
import org.facewright.network.onnx.ModelProto;
import org.facewright.network.onnx.OnnxFile;
import org.facewright.network.onnx.ValueInfoProto;

/** What an ONNX file says of itself. Stateless. */
final class NetworkFile {
  private NetworkFile() {}

  static Map<String, Object> figures(Path file) throws IOException {
    ModelProto model = OnnxFile.read(file);
    GraphProto graph = model.graph();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("file", file.toString());
    figures.put("bytes", Files.size(file));
    figures.put("network", graph.name());
    figures.put(
        "operators",
        model.opsets().stream()
            .map(set -> (set.domain().isEmpty() ? "onnx" : set.domain()) + " " + set.version())
            .toList());
    figures.put("nodes", (long) graph.nodes().size());
    figures.put("tensors", (long) graph.initializers().size());
    figures.put(
        "parameters",
        graph.initializers().stream()
            .mapToLong(tensor -> java.util.Arrays.stream(tensor.dims()).reduce(1, (a, b) -> a * b))
            .sum());
    figures.put("inputs", names(graph.inputs()));
    figures.put("outputs", names(graph.outputs()));
    return figures;
  }

  private static List<String> names(List<ValueInfoProto> values) {
    return values.stream().map(ValueInfoProto::name).toList();
  }
}
