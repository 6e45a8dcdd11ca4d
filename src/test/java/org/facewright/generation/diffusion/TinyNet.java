package org.facewright.generation.diffusion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.facewright.network.onnx.AttributeProto;
import org.facewright.network.onnx.DataType;
import org.facewright.network.onnx.Dimension;
import org.facewright.network.onnx.GraphProto;
import org.facewright.network.onnx.ModelProto;
import org.facewright.network.onnx.NodeProto;
import org.facewright.network.onnx.OnnxFile;
import org.facewright.network.onnx.TensorProto;
import org.facewright.network.onnx.ValueInfoProto;

/** Small networks for tests, written as ONNX files. -1 is any length. */
public final class TinyNet {
  private final List<NodeProto> nodes = new ArrayList<>();
  private final List<TensorProto> constants = new ArrayList<>();
  private final List<ValueInfoProto> inputs = new ArrayList<>();
  private final List<ValueInfoProto> outputs = new ArrayList<>();

  private static ValueInfoProto value(String name, DataType type, long[] shape) {
    Dimension[] dimensions =
        Arrays.stream(shape)
            .mapToObj(length -> length < 0 ? Dimension.named("") : Dimension.of(length))
            .toArray(Dimension[]::new);
    return ValueInfoProto.of(name, type, dimensions);
  }

  public TinyNet input(String name, DataType type, long... shape) {
    inputs.add(value(name, type, shape));
    return this;
  }

  public TinyNet input(String name, long... shape) {
    return input(name, DataType.FLOAT, shape);
  }

  public TinyNet output(String name, DataType type, long... shape) {
    outputs.add(value(name, type, shape));
    return this;
  }

  public TinyNet output(String name, long... shape) {
    return output(name, DataType.FLOAT, shape);
  }

  public TinyNet constant(String name, long[] shape, float... values) {
    constants.add(TensorProto.floats(name, shape, values));
    return this;
  }

  public TinyNet longs(String name, long... values) {
    constants.add(TensorProto.longs(name, new long[] {values.length}, values));
    return this;
  }

  public TinyNet constant(TensorProto tensor) {
    constants.add(tensor);
    return this;
  }

  /** A node, as in {@code node("Add", "sum", "a", "b")}. */
  public TinyNet node(String operator, String output, String... from) {
    nodes.add(NodeProto.of(operator, List.of(from), List.of(output)));
    return this;
  }

  public TinyNet node(String operator, String output, List<String> from, AttributeProto... with) {
    nodes.add(NodeProto.of(operator, from, List.of(output), with));
    return this;
  }

  /** Writes model.onnx into a folder, over what is there. */
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("model.onnx");
    GraphProto graph = GraphProto.of("tiny", nodes, constants, inputs, outputs);
    OnnxFile.write(ModelProto.of(graph, 8, 17), file);
    return file;
  }

  /** SDXL's UNet inputs, for a tiny model's widths. */
  public static TinyNet unet() {
    return new TinyNet()
        .input("sample", -1, 4, -1, -1)
        .input("timestep")
        .input("encoder_hidden_states", -1, -1, 40)
        .input("text_embeds", -1, 24)
        .input("time_ids", -1, 6)
        .output("out_sample", -1, 4, -1, -1);
  }

  /** A decoder that enlarges three of the four channels and does nothing else. */
  public static TinyNet enlarger() {
    return new TinyNet()
        .input("latent_sample", -1, 4, -1, -1)
        .constant("pick", new long[] {3, 4, 1, 1}, .01f, 0, 0, .004f, 0, .01f, 0, 0, 0, 0, .01f, 0)
        .constant("scales", new long[] {4}, 1, 1, 8, 8)
        .node("Conv", "colours", "latent_sample", "pick")
        .node("Tanh", "small", "colours")
        .node(
            "Resize",
            "sample",
            List.of("small", "", "scales"),
            AttributeProto.of("mode", "nearest"),
            AttributeProto.of("coordinate_transformation_mode", "asymmetric"),
            AttributeProto.of("nearest_mode", "floor"))
        .output("sample", -1, 3, -1, -1);
  }
}
