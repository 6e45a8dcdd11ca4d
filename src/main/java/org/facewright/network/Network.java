package org.facewright.network;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A network as data: its inputs, its named parameters, and its operations in the order in which
 * they run. It is written as TorchScript and as ONNX; it runs nothing itself. Immutable.
 *
 * @param name what the user calls it, such as {@code iresnet50-se}
 */
public record Network(
    String name,
    List<Value> inputs,
    List<Parameter> parameters,
    List<Node> nodes,
    List<Value> outputs) {
  public Network {
    inputs = List.copyOf(inputs);
    parameters = List.copyOf(parameters);
    nodes = List.copyOf(nodes);
    outputs = List.copyOf(outputs);
    List<String> names = parameters.stream().map(Parameter::name).toList();
    if (names.size() != names.stream().distinct().count()) {
      throw new IllegalArgumentException(name + " uses a parameter's name twice");
    }
  }

  /** How many numbers its weights and biases are: what papers call "parameters". */
  public long size() {
    return parameters.stream()
        .filter(Parameter::differentiable)
        .collect(Collectors.summingLong(parameter -> parameter.dims().elements()));
  }
}
