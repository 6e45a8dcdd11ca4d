package org.facewright.generation.imagine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facewright.generation.prompt.PromptSpace;

/** Plans people who look like one of whom the choices are known. Stateless. */
final class MoreLikeThis {
  /** Axes of the picture, not of the person: these vary. */
  private static final List<String> OF_THE_PICTURE =
      List.of("clothing", "expression", "pose", "light", "lens", "background");

  private MoreLikeThis() {}

  /** The space with this person's looks fixed; empty if they are not of this space. */
  static Optional<PromptSpace> space(PromptSpace space, Map<String, String> choices) {
    Map<String, String> looks = new HashMap<>();
    space.axes().stream()
        .filter(axis -> !OF_THE_PICTURE.contains(axis.name()))
        .filter(axis -> choices.containsKey(axis.name()))
        .forEach(axis -> looks.put(axis.name(), choices.getOrDefault(axis.name(), "")));
    try {
      return looks.isEmpty() ? Optional.empty() : Optional.of(space.withFixed(looks));
    } catch (IllegalArgumentException e) {
      // Planned from another space, with other values.
      return Optional.empty();
    }
  }
}
