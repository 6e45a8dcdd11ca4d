package org.facewright.inference.torch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.facewright.network.Dims;
import org.facewright.network.Network;
import org.facewright.network.NetworkBuilder;
import org.facewright.network.Parameter;
import org.facewright.network.ParameterKind;
import org.facewright.network.Precision;
import org.facewright.network.Value;
import org.facewright.network.export.OnnxExport;
import org.facewright.network.onnx.OnnxFile;
import org.facewright.network.op.Binary;
import org.facewright.network.op.Unary;
import org.facewright.network.script.NetworkScript;
import org.facewright.network.script.ScriptModule;
import org.facewright.network.weights.Tensor;
import org.facewright.network.weights.Weights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation gives the same in PyTorch, written as TorchScript, and in ONNX Runtime. */
class BothWritersTest {
  private static final int B = Dims.BATCH;
  private static TorchEngine engine;

  @TempDir Path folder;

  @BeforeAll
  static void load() throws Exception {
    engine = new TorchEngine(1);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static Arguments picture(String name, BiFunction<NetworkBuilder, Value, Value> op) {
    return network(name, b -> op.apply(b, b.input(B, 8, 6, 6)));
  }

  private static Arguments tokens(String name, BiFunction<NetworkBuilder, Value, Value> op) {
    return network(name, b -> op.apply(b, b.input(B, 5, 8)));
  }

  private static Arguments network(
      String name, java.util.function.Function<NetworkBuilder, Value> write) {
    NetworkBuilder b = new NetworkBuilder(name);
    return Arguments.of(name, b.build(write.apply(b)));
  }

  static Stream<Arguments> operations() {
    return Stream.concat(Stream.concat(pictures(), sequences()), numbers());
  }

  private static Stream<Arguments> pictures() {
    return Stream.of(
        picture("convolution", (b, x) -> b.convolution(x, "c", 4, 3, 2, 1, true)),
        picture("no bias", (b, x) -> b.convolution(x, "c", 4, 1, 1, 0, false)),
        picture("grouped", (b, x) -> b.groupedConvolution(x, "c", 16, 3, 1, 1, 4, true)),
        picture("depthwise", (b, x) -> b.groupedConvolution(x, "c", 8, 3, 1, 1, 8, false)),
        picture("batch norm", (b, x) -> b.batchNorm(x, "n", 1e-5)),
        picture("group norm", (b, x) -> b.groupNorm(x, "n", 4, 1e-6)),
        picture("prelu", (b, x) -> b.prelu(x, "p")),
        picture("upsample", (b, x) -> b.upsample(x, 2)),
        picture("max pool", (b, x) -> b.maxPool(x, 3, 2, 1)),
        picture("average pool", (b, x) -> b.averagePool(x, 2, 2)),
        picture("adaptive pool", (b, x) -> b.adaptiveAveragePool(x, 3)),
        picture("global pool", (b, x) -> b.adaptiveAveragePool(x, 1)),
        picture("flatten", (b, x) -> b.linear(b.flatten(x), "l", 7, true)),
        picture("mean", (b, x) -> b.mean(x, 2, 3)),
        picture("concat", (b, x) -> b.concat(1, x, b.affine(x, 2, 1))),
        picture("slice", (b, x) -> b.slice(x, 1, 2, 5)),
        picture(
            "constant",
            (b, x) ->
                b.binary(
                    Binary.Kind.SUBTRACT,
                    x,
                    b.constant(List.of(1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f), 1, 8, 1, 1))));
  }

  private static Stream<Arguments> sequences() {
    return Stream.of(
        tokens("linear", (b, x) -> b.linear(x, "l", 6, true)),
        tokens("linear without bias", (b, x) -> b.linear(x, "l", 6, false)),
        tokens("layer norm", (b, x) -> b.layerNorm(x, "n", 1e-6)),
        tokens("permute", (b, x) -> b.permute(x, 0, 2, 1)),
        tokens("reshape", (b, x) -> b.reshape(x, B, 8, 5, 1)),
        tokens(
            "attention",
            (b, x) -> {
              Value all = b.linear(x, "qkv", 24, true);
              return b.attention(
                  b.slice(all, 2, 0, 8), b.slice(all, 2, 8, 16), b.slice(all, 2, 16, 24), 2);
            }),
        tokens("positions", (b, x) -> b.plus(x, b.learned(Parameter.weight("e", 5, 8), 1, 5, 8))),
        tokens("gather", (b, x) -> b.gatherTokens(x, b.indexes(B, 3))),
        tokens(
            "scatter",
            (b, x) -> {
              Value positions = b.indexes(B, 3);
              return b.scatterTokens(x, positions, b.affine(b.gatherTokens(x, positions), 3, 1));
            }),
        network("embedding", b -> b.embedding(b.indexes(B, 3), "e", 5, 4)),
        tokens("choose", (b, x) -> b.choose(b.input(B, 5, 1), x, b.affine(x, -1, 0))),
        tokens("normalise", (b, x) -> b.normalise(x, 2)),
        tokens("softmax", (b, x) -> b.softmax(x, 2)),
        tokens("dropout in use", (b, x) -> b.dropout(x, 0.5)),
        network("batch norm of rows", b -> b.batchNorm(b.input(B, 6), "n", 1e-5)),
        network("prelu of rows", b -> b.prelu(b.input(B, 6), "p")));
  }

  private static Stream<Arguments> numbers() {
    Stream<Arguments> unary =
        Stream.of(Unary.Kind.values())
            .map(
                kind ->
                    tokens(
                        kind.name(),
                        (b, x) ->
                            b.unary(
                                kind == Unary.Kind.LOG || kind == Unary.Kind.ROOT
                                    ? b.affine(b.unary(x, Unary.Kind.ABSOLUTE), 1, 0.5)
                                    : x,
                                kind)));
    Stream<Arguments> binary =
        Stream.of(Binary.Kind.values())
            .map(kind -> tokens(kind.name(), (b, x) -> b.binary(kind, x, b.affine(x, 2, 9))));
    return Stream.concat(
        Stream.concat(unary, binary),
        Stream.of(
            tokens("leaky relu", (b, x) -> b.leakyRelu(x, 0.2)),
            tokens("clamp", (b, x) -> b.clamp(x, -0.5, 0.7))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void torchAndOnnxAgree(String name, Network network) throws Exception {
    Weights weights = random(network);
    List<HostTensor> inputs = inputs(network);
    float[] torch = torch(network, weights, inputs, Precision.FP32);
    float[] onnx = onnx(network, weights, inputs);
    assertThat(difference(torch, onnx)).as(name).isLessThan(2e-5);
    float[] half = torch(network, weights, inputs, Precision.BF16);
    assertThat(difference(torch, half)).as(name + " in 16 bits").isLessThan(0.04);
  }

  /** The largest difference, relative to the largest number. */
  private static double difference(float[] one, float[] other) {
    assertThat(other).hasSameSizeAs(one);
    double largest = 1e-3;
    double worst = 0;
    for (int i = 0; i < one.length; i++) {
      assertThat(one[i]).isFinite();
      largest = Math.max(largest, Math.abs(one[i]));
      worst = Math.max(worst, Math.abs(one[i] - other[i]));
    }
    return worst / largest;
  }

  private static Weights random(Network network) {
    SplittableRandom random = new SplittableRandom(11);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      Tensor tensor = Tensor.zeros(parameter.dims());
      boolean positive = parameter.name().endsWith("var");
      for (int i = 0; i < tensor.values().length; i++) {
        float value = (float) random.nextGaussian();
        tensor.values()[i] = positive ? 0.5f + value * value : value;
      }
      tensors.put(
          parameter.name(),
          parameter.kind() == ParameterKind.COUNTER ? Tensor.zeros(parameter.dims()) : tensor);
    }
    return new Weights(tensors);
  }

  private static List<HostTensor> inputs(Network network) {
    SplittableRandom random = new SplittableRandom(12);
    return network.inputs().stream()
        .map(
            value -> {
              long[] shape = value.dims().sizes().stream().mapToLong(s -> s == B ? 2 : s).toArray();
              int count = (int) (2 * value.dims().elements());
              // Positions of one sample differ: 0 2 4, 1 2 4 ...
              return value.integers()
                  ? (HostTensor) new HostTensor.Longs(shape, new long[] {0, 2, 4, 1, 4, 3})
                  : new HostTensor.Floats(shape, gaussian(random, count));
            })
        .toList();
  }

  private static float[] gaussian(SplittableRandom random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static float[] torch(
      Network network, Weights weights, List<HostTensor> inputs, Precision precision)
      throws Exception {
    ScriptModule module = new ScriptModule();
    NetworkScript.frozen(module, network, weights, precision).forward("forward", false, precision);
    try (TorchModule loaded = engine.load(module)) {
      return ((HostTensor.Floats)
              loaded.call("forward", inputs.toArray(HostTensor[]::new)).getFirst())
          .values();
    }
  }

  private float[] onnx(Network network, Weights weights, List<HostTensor> inputs) throws Exception {
    Path file = folder.resolve("network.onnx");
    OnnxFile.write(OnnxExport.model(network, weights), file);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(file.toString())) {
      Map<String, OnnxTensor> fed = new LinkedHashMap<>();
      for (int i = 0; i < inputs.size(); i++) {
        String name = inputs.size() == 1 ? "input" : "input" + i;
        fed.put(
            name,
            switch (inputs.get(i)) {
              case HostTensor.Floats(long[] shape, float[] values) ->
                  OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
              case HostTensor.Longs(long[] shape, long[] values) ->
                  OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
              default -> throw new IllegalStateException();
            });
      }
      try (OrtSession.Result result = session.run(fed)) {
        FloatBuffer buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
      } finally {
        fed.values().forEach(OnnxTensor::close);
      }
    }
  }
}
