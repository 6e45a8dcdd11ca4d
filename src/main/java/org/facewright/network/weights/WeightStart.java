package org.facewright.network.weights;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.facewright.network.Network;
import org.facewright.network.Parameter;

/** How a network's numbers start before training. */
public final class WeightStart {
  private WeightStart() {}

  /**
   * Norms start at 1, PReLU slopes at 0.25, biases and means at 0; matrices and kernels are normal
   * with variance 2 / fan-in (He et al. 2015), so that activations neither grow nor vanish. The
   * same seed gives the same numbers.
   */
  public static Weights of(Network network, long seed) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (Parameter parameter : network.parameters()) {
      tensors.put(parameter.name(), start(parameter, random));
    }
    return new Weights(tensors);
  }

  private static Tensor start(Parameter parameter, SplittableRandom random) {
    Tensor tensor = Tensor.zeros(parameter.dims());
    switch (parameter.kind()) {
      case BIAS, COUNTER -> {}
      case RUNNING_STATISTIC ->
          java.util.Arrays.fill(tensor.values(), parameter.name().endsWith("var") ? 1 : 0);
      case WEIGHT -> {
        int rank = parameter.dims().rank();
        if (rank == 1) {
          java.util.Arrays.fill(tensor.values(), parameter.name().contains("prelu") ? 0.25f : 1);
        } else {
          normal(tensor, Math.sqrt(2.0 / fanIn(parameter)), random);
        }
      }
    }
    return tensor;
  }

  private static long fanIn(Parameter parameter) {
    return parameter.dims().elements() / parameter.dims().size(0);
  }

  /** Fills with normal numbers of mean 0. */
  public static void normal(Tensor tensor, double deviation, SplittableRandom random) {
    float[] values = tensor.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
  }
}
