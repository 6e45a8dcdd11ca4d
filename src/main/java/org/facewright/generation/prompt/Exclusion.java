package org.facewright.generation.prompt;

import java.util.Map;
import java.util.Set;

/**
 * Values that do not go together, such as children and beards.
 *
 * @param axis the one axis
 * @param values some of its values
 * @param otherAxis the other axis
 * @param otherValues values of it that none of the first may meet
 */
public record Exclusion(
    String axis, Set<String> values, String otherAxis, Set<String> otherValues) {
  public Exclusion {
    values = Set.copyOf(values);
    otherValues = Set.copyOf(otherValues);
  }

  /** Whether choices, by axis, break this rule. */
  public boolean forbids(Map<String, String> choices) {
    return values.contains(choices.getOrDefault(axis, ""))
        && otherValues.contains(choices.getOrDefault(otherAxis, ""));
  }
}
