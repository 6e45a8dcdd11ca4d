package org.facewright.network;

/**
 * A named tensor of a network, under the name the published checkpoint gives it.
 *
 * @param name the state-dict name, such as {@code layer1.0.bn1.weight}
 * @param trainable whether an optimiser may change it
 */
public record Parameter(String name, Dims dims, ParameterKind kind, boolean trainable) {
  public static Parameter weight(String name, int... sizes) {
    return new Parameter(name, Dims.of(sizes), ParameterKind.WEIGHT, true);
  }

  public static Parameter bias(String name, int size) {
    return new Parameter(name, Dims.of(size), ParameterKind.BIAS, true);
  }

  public static Parameter statistic(String name, int size) {
    return new Parameter(name, Dims.of(size), ParameterKind.RUNNING_STATISTIC, false);
  }

  public static Parameter counter(String name) {
    return new Parameter(name, Dims.of(), ParameterKind.COUNTER, false);
  }

  public Parameter frozen() {
    return new Parameter(name, dims, kind, false);
  }

  /** Whether gradients exist for it at all: running statistics and counters have none. */
  public boolean differentiable() {
    return kind == ParameterKind.WEIGHT || kind == ParameterKind.BIAS;
  }
}
