package org.facewright.generation.vec2face.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.facewright.network.Dims;
import org.facewright.network.Network;
import org.facewright.network.Parameter;
import org.facewright.network.ParameterKind;
import org.facewright.network.weights.Tensor;
import org.facewright.network.weights.WeightStart;
import org.facewright.network.weights.Weights;

/** How a generator's numbers start: Glorot for matrices, 1 / fan-in for kernels. Stateless. */
public final class GeneratorStart {
  private static final double POSITIONS = 0.02;

  private GeneratorStart() {}

  /** The same seed gives the same numbers. */
  public static Weights of(Network network, long seed) {
    Map<String, Tensor> tensors = new LinkedHashMap<>(WeightStart.of(network, seed).tensors());
    SplittableRandom random = new SplittableRandom(seed);
    for (Parameter parameter : network.parameters()) {
      Tensor tensor = tensors.get(parameter.name());
      if (tensor != null
          && parameter.kind() == ParameterKind.WEIGHT
          && parameter.dims().rank() > 1) {
        WeightStart.normal(tensor, deviation(parameter), random);
      }
    }
    return new Weights(tensors);
  }

  private static double deviation(Parameter parameter) {
    Dims dims = parameter.dims();
    if (parameter.name().contains("pos")) {
      return POSITIONS;
    }
    long fanIn = dims.elements() / dims.size(0);
    boolean kernel = dims.rank() == 4;
    return Math.sqrt(kernel ? 1.0 / fanIn : 2.0 / (fanIn + dims.size(0)));
  }
}
