package org.facewright.generation.prompt;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Something in which people or pictures differ, such as hair.
 *
 * @param name of it, as the template calls it
 * @param values the choices, at least one with a positive weight
 */
public record PromptAxis(String name, List<AxisValue> values) {
  public PromptAxis {
    values = List.copyOf(values);
    if (name.isBlank()) {
      throw new IllegalArgumentException("an axis needs a name");
    }
    Set<String> names = new HashSet<>();
    for (AxisValue value : values) {
      if (!names.add(value.name())) {
        throw new IllegalArgumentException(name + " has \"" + value.name() + "\" twice");
      }
    }
    if (values.stream().noneMatch(value -> value.weight() > 0)) {
      throw new IllegalArgumentException(name + " has no value with a weight above 0");
    }
  }

  /** The value of a name. */
  public AxisValue value(String wanted) {
    return values.stream()
        .filter(value -> value.name().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no value \"" + wanted + "\""));
  }

  /** The share of a value among all, 0..1. */
  public double share(AxisValue value) {
    return value.weight() / values.stream().mapToDouble(AxisValue::weight).sum();
  }

  /** All values alike. */
  public PromptAxis even() {
    return weighted(value -> 1);
  }

  /** With other weights for some values. */
  public PromptAxis withWeights(Map<String, Double> weights) {
    weights.keySet().forEach(this::value);
    return weighted(value -> weights.getOrDefault(value.name(), value.weight()));
  }

  /** With one value only. */
  public PromptAxis only(String wanted) {
    value(wanted);
    return weighted(value -> value.name().equals(wanted) ? 1 : 0);
  }

  private PromptAxis weighted(ToDoubleFunction<AxisValue> weight) {
    return new PromptAxis(
        name, values.stream().map(value -> value.withWeight(weight.applyAsDouble(value))).toList());
  }
}
