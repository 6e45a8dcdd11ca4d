package org.facewright.network;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.facewright.network.weights.Tensor;
import org.facewright.network.weights.Weights;

/** The weights by formula of golden/README.md. */
public final class FormulaWeights {
  private FormulaWeights() {}

  public static Weights of(Network network) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      tensors.put(parameter.name(), tensor(parameter));
    }
    return new Weights(tensors);
  }

  private static Tensor tensor(Parameter parameter) {
    Tensor tensor = Tensor.zeros(parameter.dims());
    if (parameter.kind() == ParameterKind.COUNTER) {
      return tensor;
    }
    int seed = crc(parameter.name());
    float[] values = tensor.values();
    IntStream.range(0, values.length)
        .parallel()
        .forEach(i -> values[i] = (float) scaled(parameter, uniform(seed, i)));
    return tensor;
  }

  private static double scaled(Parameter parameter, double s) {
    String name = parameter.name();
    if (name.endsWith("running_var")) {
      return 1 + 0.1 * s;
    }
    if (name.endsWith("running_mean") || name.endsWith("bias")) {
      return 0.05 * s;
    }
    if (parameter.dims().rank() == 1) {
      if (name.contains("prelu")) {
        return 0.25 + 0.05 * s;
      }
      return (name.endsWith("bn3.weight") ? 0.3 : 1.0) * (1 + 0.1 * s);
    }
    return Math.sqrt(2.0 / (parameter.dims().elements() / parameter.dims().size(0))) * s;
  }

  /** Pictures [count, 3, 112, 112]. */
  public static float[] pictures(int seed, int count) {
    int crc = crc("image:" + seed);
    float[] values = new float[count * 3 * 112 * 112];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (uniform(crc, i) / Math.sqrt(3));
    }
    return values;
  }

  private static int crc(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return (int) crc.getValue();
  }

  private static double uniform(int seed, int i) {
    int x = i * 0x9E3779B1 + seed;
    x ^= x >>> 16;
    x *= 0x85EBCA6B;
    x ^= x >>> 13;
    x *= 0xC2B2AE35;
    x ^= x >>> 16;
    return (2 * (Integer.toUnsignedLong(x) / 4294967296.0) - 1) * Math.sqrt(3);
  }
}
