package org.facewright.generation.vec2face.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a step measured, by name: total, picture, structure, identity, token, perceptual,
 * adversarial, length (of the gradient before clipping), critic.
 */
public record StepLosses(Map<String, Double> values) {
  public StepLosses {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  static StepLosses of(List<String> names, float[] numbers) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < numbers.length; i++) {
      values.put(names.get(i), (double) numbers[i]);
    }
    return new StepLosses(values);
  }

  public double get(String name) {
    return values.getOrDefault(name, 0.0);
  }

  /** Whether the step was taken: loss and gradient are numbers. */
  public boolean finite() {
    return Double.isFinite(get("total")) && Double.isFinite(get("length"));
  }
}
