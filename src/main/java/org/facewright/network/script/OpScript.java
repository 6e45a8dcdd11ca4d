package org.facewright.network.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.facewright.network.Dims;
import org.facewright.network.Node;
import org.facewright.network.Parameter;
import org.facewright.network.Value;
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
import org.jspecify.annotations.Nullable;

/**
 * Operations as TorchScript expressions.
 *
 * @param attribute how the script calls a parameter
 * @param training whether norms and dropout behave as in training
 * @param half whether this operation works in 16-bit brain floats
 */
record OpScript(Function<Parameter, String> attribute, boolean training, boolean half) {
  private static final int BFLOAT16 = 15;
  private static final int FLOAT32 = 6;

  /** The expression for a node whose inputs have these names. */
  String expression(Node node, List<String> in) {
    return switch (node.op()) {
      case Linear op -> call("linear", in.get(0), cast(op.weight()), cast(op.bias()));
      case Convolution op -> convolution(op, in.get(0));
      case BatchNorm op -> batchNorm(op, in.get(0));
      case LayerNorm op ->
          call(
              "layer_norm",
              in.get(0),
              "[" + op.weight().dims().size(0) + "]",
              plain(op.weight()),
              plain(op.bias()),
              op.eps());
      case GroupNorm op ->
          call(
              "group_norm", in.get(0), op.groups(), plain(op.weight()), plain(op.bias()), op.eps());
      case Prelu op ->
          training && half
              ? PreluScript.half(in.get(0), node.output().dims(), cast(op.weight()))
              : call("prelu", in.get(0), cast(op.weight()));
      case Unary op -> unary(op, in.get(0));
      case LeakyRelu op -> call("leaky_relu", in.get(0), op.slope());
      case Affine op -> call("add", call("mul", in.get(0), op.scale()), op.shift());
      case Clamp op -> call("clamp", in.get(0), op.low(), op.high());
      case Binary op -> call(binary(op), in.get(0), in.get(1));
      case Choose op -> call("where", call("gt", in.get(0), 0.5), in.get(1), in.get(2));
      case Concat op -> call("cat", list(in), op.axis());
      case Reshape op -> call("reshape", in.get(0), list(op.dims().sizes()));
      case Permute op -> call("permute", in.get(0), list(op.order()));
      case Slice op -> call("slice", in.get(0), op.axis(), op.start(), op.end(), 1);
      case Attention op -> attention(op, node, in);
      case GatherTokens op -> call("gather", in.get(0), 1, spread(in.get(1), node.output()));
      case ScatterTokens op ->
          call("scatter", in.get(0), 1, spread(in.get(1), node.output()), in.get(2));
      case Embedding op -> lower(call("embedding", plain(op.weight()), in.get(0)));
      case Learned op -> call("reshape", cast(op.weight()), list(op.dims().sizes()));
      case Constant op ->
          call(
              "reshape",
              lower(
                  call(
                      "tensor",
                      list(op.values().stream().map(Float::doubleValue).toList()),
                      "dtype=6")),
              list(op.dims().sizes()));
      case Upsample op -> upsample(node, in.get(0));
      case MaxPool op ->
          call("max_pool2d", in.get(0), pair(op.kernel()), pair(op.stride()), pair(op.padding()));
      case AveragePool op -> averagePool(op, node.inputs().getFirst(), in.get(0));
      case Dropout op -> training ? call("dropout", in.get(0), op.rate(), "True") : in.get(0);
      case Normalise op -> normalise(op, in.get(0));
      case Mean op -> call("mean", in.get(0), list(op.axes()), "True");
      case Softmax op -> lower(call("softmax", to(in.get(0), FLOAT32), op.axis()));
    };
  }

  /** Statements that must follow the node: training counts the batches a norm has seen. */
  List<String> after(Node node) {
    if (training && node.op() instanceof BatchNorm norm) {
      return List.of(call("add_", attribute.apply(norm.counter()), 1));
    }
    return List.of();
  }

  /** Channels lie together in memory (format 2): depthwise kernels run several times faster. */
  private String convolution(Convolution op, String picture) {
    String x = call("contiguous", picture, "memory_format=2");
    return call(
        "conv2d",
        x,
        cast(op.weight()),
        cast(op.bias()),
        pair(op.stride()),
        pair(op.padding()),
        pair(1),
        op.groups());
  }

  private String batchNorm(BatchNorm op, String x) {
    return call(
        "batch_norm",
        x,
        plain(op.weight()),
        plain(op.bias()),
        plain(op.mean()),
        plain(op.variance()),
        training ? "True" : "False",
        op.momentum(),
        op.eps(),
        "False");
  }

  private static String unary(Unary op, String x) {
    return switch (op.kind()) {
      case RELU -> call("relu", x);
      case SIGMOID -> call("sigmoid", x);
      case TANH -> call("tanh", x);
      case GELU -> call("gelu", x);
      case SWISH -> call("silu", x);
      case ABSOLUTE -> call("abs", x);
      case SQUARE -> call("mul", x, x);
      case ROOT -> call("sqrt", x);
      case EXP -> call("exp", x);
      case LOG -> call("log", x);
    };
  }

  private static String binary(Binary op) {
    return switch (op.kind()) {
      case ADD -> "add";
      case SUBTRACT -> "sub";
      case MULTIPLY -> "mul";
      case DIVIDE -> "div";
    };
  }

  private static String attention(Attention op, Node node, List<String> in) {
    List<String> split = new ArrayList<>();
    for (int i = 0; i < in.size(); i++) {
      Dims dims = node.inputs().get(i).dims();
      List<Integer> heads =
          List.of(dims.size(0), dims.size(1), op.heads(), dims.size(2) / op.heads());
      split.add(call("transpose", call("reshape", in.get(i), list(heads)), 1, 2));
    }
    String attended =
        call(
            "scaled_dot_product_attention",
            split.get(0),
            split.get(1),
            split.get(2),
            "None",
            0.0,
            "False");
    return call("reshape", call("transpose", attended, 1, 2), list(node.output().dims().sizes()));
  }

  private static String spread(String positions, Value tokens) {
    return call(
        "expand", call("unsqueeze", positions, -1), list(List.of(-1, -1, tokens.dims().size(2))));
  }

  private static String upsample(Node node, String x) {
    Dims out = node.output().dims();
    return call("upsample_nearest2d", x, list(List.of(out.size(2), out.size(3))), "None", "None");
  }

  private static String averagePool(AveragePool op, Value input, String x) {
    if (input.dims().size(2) == op.kernel() && input.dims().size(3) == op.kernel()) {
      return call("adaptive_avg_pool2d", x, pair(1));
    }
    return call("avg_pool2d", x, pair(op.kernel()), pair(op.stride()));
  }

  private String normalise(Normalise op, String x) {
    String full = to(x, FLOAT32);
    String length = call("norm", full, 2, "[" + op.axis() + "]", "True");
    return lower(call("div", full, call("clamp_min", length, op.eps())));
  }

  private String plain(Parameter parameter) {
    return attribute.apply(parameter);
  }

  /** A parameter in the format the operation multiplies in. */
  private String cast(@Nullable Parameter parameter) {
    return parameter == null ? "None" : to(attribute.apply(parameter), half ? BFLOAT16 : FLOAT32);
  }

  private String lower(String expression) {
    return half ? to(expression, BFLOAT16) : expression;
  }

  static String toFloat(String expression) {
    return to(expression, FLOAT32);
  }

  static String toHalf(String expression) {
    return to(expression, BFLOAT16);
  }

  private static String to(String expression, int type) {
    return call("to", expression, type);
  }

  private static String pair(int size) {
    return "[" + size + ", " + size + "]";
  }

  private static String list(List<?> parts) {
    return parts.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String call(String function, Object... arguments) {
    return "torch." + function + "(" + String.join(", ", texts(arguments)) + ")";
  }

  private static List<String> texts(Object... arguments) {
    List<String> texts = new ArrayList<>();
    for (Object argument : arguments) {
      texts.add(String.valueOf(argument));
    }
    return texts;
  }
}
