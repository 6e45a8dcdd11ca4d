package org.facewright.generation.prompt;

import java.util.Collections;
import java.util.LinkedHashSet;
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
    // In the order given: written out again, an equal rule must be an equal text.
    values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
    otherValues = Collections.unmodifiableSet(new LinkedHashSet<>(otherValues));
  }

  /** Whether choices, by axis, break this rule. */
  public boolean forbids(Map<String, String> choices) {
    return values.contains(choices.getOrDefault(axis, ""))
        && otherValues.contains(choices.getOrDefault(otherAxis, ""));
  }
}
