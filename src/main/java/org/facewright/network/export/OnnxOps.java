package org.facewright.network.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.network.Dims;
import org.facewright.network.Node;
import org.facewright.network.Parameter;
import org.facewright.network.Value;
import org.facewright.network.onnx.AttributeProto;
import org.facewright.network.onnx.NodeProto;
import org.facewright.network.onnx.TensorProto;
import org.facewright.network.op.Affine;
import org.facewright.network.op.Attention;
import org.facewright.network.op.AveragePool;
import org.facewright.network.op.BatchNorm;
import org.facewright.network.op.Binary;
import org.facewright.network.op.Choose;
import org.facewright.network.op.Clamp;
import org.facewright.network.op.Concat;
import org.facewright.network.op.Constant;
import org.facewright.network.op.Convolution;
import org.facewright.network.op.Dropout;
import org.facewright.network.op.Embedding;
import org.facewright.network.op.GatherTokens;
import org.facewright.network.op.GroupNorm;
import org.facewright.network.op.LayerNorm;
import org.facewright.network.op.LeakyRelu;
import org.facewright.network.op.Learned;
import org.facewright.network.op.Linear;
import org.facewright.network.op.MaxPool;
import org.facewright.network.op.Mean;
import org.facewright.network.op.Normalise;
import org.facewright.network.op.Permute;
import org.facewright.network.op.Prelu;
import org.facewright.network.op.Reshape;
import org.facewright.network.op.ScatterTokens;
import org.facewright.network.op.Slice;
import org.facewright.network.op.Softmax;
import org.facewright.network.op.Unary;
import org.facewright.network.op.Upsample;
import org.facewright.network.weights.Tensor;
import org.facewright.network.weights.Weights;

/** Operations as ONNX nodes; where ONNX lacks one, as the few nodes that make it. */
final class OnnxOps {
  private final Weights weights;
  private final Map<Integer, String> names = new HashMap<>();
  private final List<NodeProto> nodes = new ArrayList<>();
  private final Map<String, TensorProto> initializers = new LinkedHashMap<>();
  private int made;

  OnnxOps(Weights weights) {
    this.weights = weights;
  }

  List<NodeProto> nodes() {
    return nodes;
  }

  List<TensorProto> initializers() {
    return List.copyOf(initializers.values());
  }

  void name(Value value, String name) {
    names.put(value.id(), name);
  }

  String nameOf(Value value) {
    String name = names.get(value.id());
    if (name == null) {
      throw new IllegalArgumentException("value " + value.id() + " is used before it is made");
    }
    return name;
  }

  void add(Node node) {
    List<String> in = node.inputs().stream().map(this::nameOf).toList();
    name(node.output(), result(node, in));
  }

  private String result(Node node, List<String> in) {
    return switch (node.op()) {
      case Linear op -> linear(op, node.inputs().getFirst().dims().rank(), in.getFirst());
      case Convolution op -> convolution(op, in.getFirst());
      case BatchNorm op ->
          make(
              "BatchNormalization",
              List.of(
                  in.getFirst(),
                  parameter(op.weight()),
                  parameter(op.bias()),
                  parameter(op.mean()),
                  parameter(op.variance())),
              AttributeProto.of("epsilon", (float) op.eps()));
      case LayerNorm op ->
          make(
              "LayerNormalization",
              List.of(in.getFirst(), parameter(op.weight()), parameter(op.bias())),
              AttributeProto.of("axis", -1L),
              AttributeProto.of("epsilon", (float) op.eps()));
      case GroupNorm op -> groupNorm(op, node.output().dims(), in.getFirst());
      case Prelu op -> make("PRelu", List.of(in.getFirst(), channels(op.weight(), node.output())));
      case Unary op -> unary(op, in.getFirst());
      case LeakyRelu op -> make("LeakyRelu", in, AttributeProto.of("alpha", (float) op.slope()));
      case Affine op ->
          make(
              "Add",
              List.of(make("Mul", List.of(in.getFirst(), number(op.scale()))), number(op.shift())));
      case Clamp op -> make("Clip", List.of(in.getFirst(), number(op.low()), number(op.high())));
      case Binary op -> make(binary(op), in);
      case Choose _ ->
          make(
              "Where",
              List.of(make("Greater", List.of(in.get(0), number(0.5))), in.get(1), in.get(2)));
      case Concat op -> make("Concat", in, AttributeProto.of("axis", (long) op.axis()));
      case Reshape op -> reshape(in.getFirst(), op.dims());
      case Permute op -> transpose(in.getFirst(), op.order().stream().mapToLong(i -> i).toArray());
      case Slice op ->
          make(
              "Slice",
              List.of(in.getFirst(), longs(op.start()), longs(op.end()), longs(op.axis())));
      case Attention op -> attention(op, node, in);
      case GatherTokens _ ->
          make("GatherElements", List.of(in.get(0), spread(in.get(1), node.output())), axis(1));
      case ScatterTokens _ ->
          make(
              "ScatterElements",
              List.of(in.get(0), spread(in.get(1), node.output()), in.get(2)),
              axis(1));
      case Embedding op -> make("Gather", List.of(parameter(op.weight()), in.getFirst()));
      case Learned op -> reshape(parameter(op.weight()), op.dims());
      case Constant op -> constant(op);
      case Upsample op -> upsample(op, in.getFirst());
      case MaxPool op -> window("MaxPool", in.getFirst(), op.kernel(), op.stride(), op.padding());
      case AveragePool op -> window("AveragePool", in.getFirst(), op.kernel(), op.stride(), 0);
      case Dropout _ -> in.getFirst();
      case Normalise op -> normalise(op, in.getFirst());
      case Mean op ->
          make(
              "ReduceMean",
              in,
              AttributeProto.ints("axes", op.axes().stream().mapToLong(i -> i).toArray()));
      case Softmax op -> make("Softmax", in, axis(op.axis()));
    };
  }

  private String linear(Linear op, int rank, String x) {
    Parameter bias = op.bias();
    if (rank == 2) {
      List<String> in = new ArrayList<>(List.of(x, parameter(op.weight())));
      if (bias != null) {
        in.add(parameter(bias));
      }
      return make("Gemm", in, AttributeProto.of("transB", 1L));
    }
    String product = make("MatMul", List.of(x, transpose(parameter(op.weight()), 1, 0)));
    return bias == null ? product : make("Add", List.of(product, parameter(bias)));
  }

  private String convolution(Convolution op, String x) {
    List<String> in = new ArrayList<>(List.of(x, parameter(op.weight())));
    Parameter bias = op.bias();
    if (bias != null) {
      in.add(parameter(bias));
    }
    return make(
        "Conv",
        in,
        AttributeProto.ints("strides", op.stride(), op.stride()),
        pads(op.padding()),
        AttributeProto.of("group", (long) op.groups()));
  }

  private String window(String type, String x, int kernel, int stride, int padding) {
    return make(
        type,
        List.of(x),
        AttributeProto.ints("kernel_shape", kernel, kernel),
        AttributeProto.ints("strides", stride, stride),
        pads(padding));
  }

  private static AttributeProto pads(int padding) {
    return AttributeProto.ints("pads", padding, padding, padding, padding);
  }

  private String groupNorm(GroupNorm op, Dims dims, String x) {
    String grouped = make("Reshape", List.of(x, longs(0, op.groups(), -1)));
    float[] ones = new float[op.groups()];
    java.util.Arrays.fill(ones, 1);
    String normed =
        make(
            "InstanceNormalization",
            List.of(grouped, floats(ones), floats(new float[op.groups()])),
            AttributeProto.of("epsilon", (float) op.eps()));
    String seen = reshape(normed, dims);
    int channels = dims.size(1);
    String scale = make("Reshape", List.of(parameter(op.weight()), longs(channels, 1, 1)));
    String shift = make("Reshape", List.of(parameter(op.bias()), longs(channels, 1, 1)));
    return make("Add", List.of(make("Mul", List.of(seen, scale)), shift));
  }

  /** A parameter of one number a channel, seen so that it meets dimension 1. */
  private String channels(Parameter parameter, Value value) {
    long[] seen = new long[Math.max(1, value.dims().rank() - 1)];
    java.util.Arrays.fill(seen, 1);
    seen[0] = parameter.dims().size(0);
    return make("Reshape", List.of(parameter(parameter), longs(seen)));
  }

  private String unary(Unary op, String x) {
    return switch (op.kind()) {
      case RELU -> make("Relu", List.of(x));
      case SIGMOID -> make("Sigmoid", List.of(x));
      case TANH -> make("Tanh", List.of(x));
      case GELU -> gelu(x);
      case SWISH -> make("Mul", List.of(x, make("Sigmoid", List.of(x))));
      case ABSOLUTE -> make("Abs", List.of(x));
      case SQUARE -> make("Mul", List.of(x, x));
      case ROOT -> make("Sqrt", List.of(x));
      case EXP -> make("Exp", List.of(x));
      case LOG -> make("Log", List.of(x));
    };
  }

  private String gelu(String x) {
    String erf = make("Erf", List.of(make("Div", List.of(x, number(Math.sqrt(2))))));
    String twice = make("Mul", List.of(x, make("Add", List.of(erf, number(1)))));
    return make("Mul", List.of(twice, number(0.5)));
  }

  private static String binary(Binary op) {
    return switch (op.kind()) {
      case ADD -> "Add";
      case SUBTRACT -> "Sub";
      case MULTIPLY -> "Mul";
      case DIVIDE -> "Div";
    };
  }

  private String attention(Attention op, Node node, List<String> in) {
    Dims queries = node.inputs().getFirst().dims();
    int size = queries.size(2) / op.heads();
    String q = transpose(heads(in.get(0), op.heads(), size), 0, 2, 1, 3);
    String k = transpose(heads(in.get(1), op.heads(), size), 0, 2, 3, 1);
    String v = transpose(heads(in.get(2), op.heads(), size), 0, 2, 1, 3);
    String scaled = make("Mul", List.of(q, number(1 / Math.sqrt(size))));
    String shares = make("Softmax", List.of(make("MatMul", List.of(scaled, k))), axis(-1));
    String mixed = transpose(make("MatMul", List.of(shares, v)), 0, 2, 1, 3);
    return reshape(mixed, node.output().dims());
  }

  private String heads(String x, int heads, int size) {
    return make("Reshape", List.of(x, longs(0, 0, heads, size)));
  }

  private String spread(String positions, Value tokens) {
    String column = make("Unsqueeze", List.of(positions, longs(2)));
    return make("Expand", List.of(column, longs(1, 1, tokens.dims().size(2))));
  }

  private String constant(Constant op) {
    float[] values = new float[op.values().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = op.values().get(i);
    }
    return reshape(floats(values), op.dims());
  }

  private String upsample(Upsample op, String x) {
    return make(
        "Resize",
        List.of(x, "", floats(new float[] {1, 1, op.scale(), op.scale()})),
        AttributeProto.of("mode", "nearest"),
        AttributeProto.of("coordinate_transformation_mode", "asymmetric"),
        AttributeProto.of("nearest_mode", "floor"));
  }

  private String normalise(Normalise op, String x) {
    String length = make("ReduceL2", List.of(x), AttributeProto.ints("axes", op.axis()));
    return make("Div", List.of(x, make("Clip", List.of(length, number(op.eps())))));
  }

  private String reshape(String x, Dims dims) {
    long[] sizes = dims.sizes().stream().mapToLong(s -> s == Dims.BATCH ? -1 : s).toArray();
    return make("Reshape", List.of(x, longs(sizes)));
  }

  private String transpose(String x, long... order) {
    return make("Transpose", List.of(x), AttributeProto.ints("perm", order));
  }

  private static AttributeProto axis(int axis) {
    return AttributeProto.of("axis", (long) axis);
  }

  private String make(String type, List<String> in, AttributeProto... attributes) {
    String out = "v" + made++;
    nodes.add(NodeProto.of(type, in, List.of(out), attributes));
    return out;
  }

  private String parameter(Parameter parameter) {
    Tensor tensor = weights.get(parameter.name());
    long[] dims = parameter.dims().sizes().stream().mapToLong(i -> i).toArray();
    initializers.computeIfAbsent(
        parameter.name(), name -> TensorProto.floats(name, dims, tensor.values()));
    return parameter.name();
  }

  private String number(double value) {
    String name = "number:" + value;
    initializers.computeIfAbsent(name, _ -> TensorProto.floats(name, new long[0], (float) value));
    return name;
  }

  private String floats(float[] values) {
    String name = "floats:" + made++;
    initializers.put(name, TensorProto.floats(name, new long[] {values.length}, values));
    return name;
  }

  private String longs(long... values) {
    String name = "longs:" + java.util.Arrays.toString(values);
    initializers.computeIfAbsent(
        name, _ -> TensorProto.longs(name, new long[] {values.length}, values));
    return name;
  }
}
