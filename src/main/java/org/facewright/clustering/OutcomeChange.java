package org.facewright.clustering;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.facewright.project.ImageState;

/**
 * What moving a slider or taking another policy changes.
 *
 * @param before outcome now
 * @param after outcome proposed, of the same images
 */
public record OutcomeChange(CleaningOutcome before, CleaningOutcome after) {
  public OutcomeChange {
    if (!before.layout().equals(after.layout())) {
      throw new IllegalArgumentException("the two outcomes are of different images");
    }
  }

  /** Images whose state differs, ascending. */
  public int[] images() {
    return IntStream.range(0, before.layout().images())
        .filter(image -> before.state(image) != after.state(image))
        .toArray();
  }

  /** How many images go from a state to another, for each pair of states that occurs. */
  public Map<ImageState, Map<ImageState, Integer>> moves() {
    Map<ImageState, Map<ImageState, Integer>> moves = new EnumMap<>(ImageState.class);
    for (int image : images()) {
      moves
          .computeIfAbsent(before.state(image), from -> new EnumMap<>(ImageState.class))
          .merge(after.state(image), 1, Integer::sum);
    }
    return moves;
  }

  /** Identities that keep at least that many images before and fewer after, ascending. */
  public int[] identitiesFallingBelow(int kept) {
    return IntStream.of(after.identitiesBelow(kept))
        .filter(identity -> before.count(identity, ImageState.KEPT) >= kept)
        .toArray();
  }
}
