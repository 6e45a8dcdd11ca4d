package org.facewright.network.weights;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.facewright.network.Network;
import org.facewright.network.Parameter;
import org.facewright.network.ParameterKind;
import org.jspecify.annotations.Nullable;

/** Named tensors, as a state dict holds them. The map is fixed, the arrays are shared. */
public final class Weights {
  private final Map<String, Tensor> tensors;

  public Weights(Map<String, Tensor> tensors) {
    this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  public Map<String, Tensor> tensors() {
    return tensors;
  }

  public @Nullable Tensor find(String name) {
    return tensors.get(name);
  }

  /**
   * The tensor of a name.
   *
   * @throws IllegalArgumentException when there is none; check with {@link #strictFor} first
   */
  public Tensor get(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no tensor named " + name);
    }
    return tensor;
  }

  /** The tensors whose names start with a prefix, without it. */
  public Weights under(String prefix) {
    Map<String, Tensor> found = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), tensor);
          }
        });
    return new Weights(found);
  }

  /**
   * These weights in the order of the network's parameters, none missing, none left over. Batch
   * counters that old files lack are 0.
   *
   * @throws WeightMismatchException naming every tensor that is missing, unknown or of another
   *     shape
   */
  public Weights strictFor(Network network) throws WeightMismatchException {
    List<String> mismatches = new ArrayList<>();
    Map<String, Tensor> fitted = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      Tensor tensor = tensors.get(parameter.name());
      if (tensor == null && parameter.kind() == ParameterKind.COUNTER) {
        tensor = Tensor.zeros(parameter.dims());
      }
      if (tensor == null) {
        mismatches.add(parameter.name() + " " + parameter.dims() + " is missing");
      } else if (!tensor.dims().equals(parameter.dims())) {
        mismatches.add(parameter.name() + " is " + tensor.dims() + ", not " + parameter.dims());
      } else {
        fitted.put(parameter.name(), tensor);
      }
    }
    TreeSet<String> unknown = new TreeSet<>(tensors.keySet());
    network.parameters().forEach(parameter -> unknown.remove(parameter.name()));
    unknown.forEach(name -> mismatches.add(name + " is not in the network"));
    if (!mismatches.isEmpty()) {
      throw new WeightMismatchException(network.name(), mismatches);
    }
    return new Weights(fitted);
  }
}
