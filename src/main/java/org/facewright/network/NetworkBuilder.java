package org.facewright.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.facewright.network.op.Op;
import org.facewright.network.op.Permute;
import org.facewright.network.op.Prelu;
import org.facewright.network.op.Reshape;
import org.facewright.network.op.ScatterTokens;
import org.facewright.network.op.Slice;
import org.facewright.network.op.Softmax;
import org.facewright.network.op.Unary;
import org.facewright.network.op.Upsample;

/**
 * Writes a {@link Network} down, operation by operation; shapes are checked at once. Methods that
 * take a name add parameters called {@code name.weight}, {@code name.bias} and so on.
 */
public final class NetworkBuilder {
  private final String name;
  private final List<Value> inputs = new ArrayList<>();
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private int values;
  private boolean fullPrecision;

  public NetworkBuilder(String name) {
    this.name = name;
  }

  /** Float inputs, the batch first: {@code input(Dims.BATCH, 3, 112, 112)}. */
  public Value input(int... sizes) {
    Value value = new Value(values++, Dims.of(sizes), false);
    inputs.add(value);
    return value;
  }

  /** Inputs of 64-bit indexes. */
  public Value indexes(int... sizes) {
    Value value = new Value(values++, Dims.of(sizes), true);
    inputs.add(value);
    return value;
  }

  /** Whether the operations that follow compute in 32 bits whatever the network's precision. */
  public void fullPrecision(boolean full) {
    fullPrecision = full;
  }

  /** A tensor that published files hold but the network never reads. */
  public void unused(Parameter parameter) {
    parameters.put(parameter.name(), parameter);
  }

  /** Adds an operation; equal names mean the same, shared parameter. */
  public Value add(Op op, Value... of) {
    Dims dims = op.output(List.of(of).stream().map(Value::dims).toList());
    for (Parameter parameter : op.parameters()) {
      Parameter before = parameters.putIfAbsent(parameter.name(), parameter);
      if (before != null && !before.equals(parameter)) {
        throw new IllegalArgumentException(parameter.name() + " has two shapes");
      }
    }
    Value out = new Value(values++, dims, false);
    nodes.add(new Node(op, List.of(of), out, fullPrecision));
    return out;
  }

  public Network build(Value... outputs) {
    return new Network(name, inputs, List.copyOf(parameters.values()), nodes, List.of(outputs));
  }

  public Value linear(Value x, String layer, int out, boolean bias) {
    Parameter weight = Parameter.weight(layer + ".weight", out, x.dims().size(-1));
    return add(new Linear(weight, bias ? Parameter.bias(layer + ".bias", out) : null), x);
  }

  public Value convolution(
      Value x, String layer, int out, int kernel, int stride, int padding, boolean bias) {
    return groupedConvolution(x, layer, out, kernel, stride, padding, 1, bias);
  }

  public Value groupedConvolution(
      Value x,
      String layer,
      int out,
      int kernel,
      int stride,
      int padding,
      int groups,
      boolean bias) {
    Parameter weight =
        Parameter.weight(layer + ".weight", out, x.dims().size(1) / groups, kernel, kernel);
    Parameter offset = bias ? Parameter.bias(layer + ".bias", out) : null;
    return add(new Convolution(weight, offset, stride, padding, groups), x);
  }

  /** Batch normalisation with PyTorch's momentum of 0.1. */
  public Value batchNorm(Value x, String layer, double eps) {
    int channels = x.dims().size(1);
    return batchNorm(x, layer, eps, Parameter.weight(layer + ".weight", channels));
  }

  /** Batch normalisation whose scale stays as it was loaded, as recognisers end. */
  public Value frozenScaleBatchNorm(Value x, String layer, double eps) {
    int channels = x.dims().size(1);
    return batchNorm(x, layer, eps, Parameter.weight(layer + ".weight", channels).frozen());
  }

  private Value batchNorm(Value x, String layer, double eps, Parameter weight) {
    int channels = x.dims().size(1);
    return add(
        new BatchNorm(
            weight,
            Parameter.bias(layer + ".bias", channels),
            Parameter.statistic(layer + ".running_mean", channels),
            Parameter.statistic(layer + ".running_var", channels),
            Parameter.counter(layer + ".num_batches_tracked"),
            eps,
            0.1),
        x);
  }

  public Value layerNorm(Value x, String layer, double eps) {
    int size = x.dims().size(-1);
    return add(
        new LayerNorm(
            Parameter.weight(layer + ".weight", size), Parameter.bias(layer + ".bias", size), eps),
        x);
  }

  public Value groupNorm(Value x, String layer, int groups, double eps) {
    int size = x.dims().size(1);
    Parameter weight = Parameter.weight(layer + ".weight", size);
    return add(new GroupNorm(weight, Parameter.bias(layer + ".bias", size), groups, eps), x);
  }

  public Value prelu(Value x, String layer) {
    return add(new Prelu(Parameter.weight(layer + ".weight", x.dims().size(1))), x);
  }

  public Value unary(Value x, Unary.Kind kind) {
    return add(new Unary(kind), x);
  }

  public Value leakyRelu(Value x, double slope) {
    return add(new LeakyRelu(slope), x);
  }

  public Value affine(Value x, double scale, double shift) {
    return add(new Affine(scale, shift), x);
  }

  public Value clamp(Value x, double low, double high) {
    return add(new Clamp(low, high), x);
  }

  public Value binary(Binary.Kind kind, Value a, Value b) {
    return add(new Binary(kind), a, b);
  }

  public Value plus(Value a, Value b) {
    return binary(Binary.Kind.ADD, a, b);
  }

  public Value times(Value a, Value b) {
    return binary(Binary.Kind.MULTIPLY, a, b);
  }

  public Value choose(Value mask, Value a, Value b) {
    return add(new Choose(), mask, a, b);
  }

  public Value concat(int axis, Value... parts) {
    return add(new Concat(axis), parts);
  }

  public Value reshape(Value x, int... sizes) {
    return add(new Reshape(Dims.of(sizes)), x);
  }

  /** All dimensions but the batch in one row. */
  public Value flatten(Value x) {
    return reshape(x, x.dims().size(0), Math.toIntExact(x.dims().elements()));
  }

  public Value permute(Value x, Integer... order) {
    return add(new Permute(List.of(order)), x);
  }

  public Value slice(Value x, int axis, int start, int end) {
    return add(new Slice(axis, start, end), x);
  }

  public Value attention(Value queries, Value keys, Value values, int heads) {
    return add(new Attention(heads), queries, keys, values);
  }

  public Value gatherTokens(Value tokens, Value positions) {
    return add(new GatherTokens(), tokens, positions);
  }

  public Value scatterTokens(Value tokens, Value positions, Value replacements) {
    return add(new ScatterTokens(), tokens, positions, replacements);
  }

  public Value embedding(Value indexes, String layer, int count, int size) {
    return add(new Embedding(Parameter.weight(layer + ".weight", count, size)), indexes);
  }

  /** A parameter as a value; {@code seenAs} may add dimensions of size 1 for broadcasting. */
  public Value learned(Parameter parameter, int... seenAs) {
    return add(new Learned(parameter, Dims.of(seenAs)));
  }

  public Value constant(List<Float> numbers, int... sizes) {
    return add(new Constant(Dims.of(sizes), numbers));
  }

  public Value upsample(Value x, int scale) {
    return add(new Upsample(scale), x);
  }

  public Value maxPool(Value x, int kernel, int stride, int padding) {
    return add(new MaxPool(kernel, stride, padding), x);
  }

  public Value averagePool(Value x, int kernel, int stride) {
    return add(new AveragePool(kernel, stride), x);
  }

  /** Average pooling to size x size pixels; the picture must divide evenly. */
  public Value adaptiveAveragePool(Value x, int size) {
    int height = x.dims().size(2);
    if (height != x.dims().size(3) || height % size != 0) {
      throw new IllegalArgumentException("cannot pool " + x.dims() + " to " + size);
    }
    return averagePool(x, height / size, height / size);
  }

  public Value dropout(Value x, double rate) {
    return add(new Dropout(rate), x);
  }

  public Value normalise(Value x, int axis) {
    return add(new Normalise(axis, 1e-12), x);
  }

  public Value mean(Value x, Integer... axes) {
    return add(new Mean(List.of(axes)), x);
  }

  public Value softmax(Value x, int axis) {
    return add(new Softmax(axis), x);
  }
}
