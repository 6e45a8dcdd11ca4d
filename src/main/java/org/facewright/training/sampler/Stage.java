package org.facewright.training.sampler;

import java.util.Map;

/**
 * What is learnt from an epoch on.
 *
 * @param startEpoch the first is 0
 * @param mix weight of each source in an epoch; empty takes every picture as it is
 * @param easiest lower end of the difficulty range, 0 to 1 of the set's order
 * @param hardest upper end
 * @param sourcesInOrder whether an epoch shows one source after the other, highest number first, as
 *     the paper's list does (generated pictures first), instead of mixing them
 */
public record Stage(
    int startEpoch,
    Map<Integer, Double> mix,
    double easiest,
    double hardest,
    boolean sourcesInOrder) {
  public Stage {
    mix = Map.copyOf(mix);
    if (startEpoch < 0 || easiest < 0 || hardest > 1 || easiest >= hardest) {
      throw new IllegalArgumentException(
          "A stage needs a start and a range of difficulty within 0 to 1.");
    }
    if (mix.values().stream().anyMatch(weight -> !(weight >= 0))
        || (!mix.isEmpty() && mix.values().stream().mapToDouble(w -> w).sum() == 0)) {
      throw new IllegalArgumentException("A stage's mixing weights must be 0 or more, not all 0.");
    }
  }

  /** Everything, shuffled, from the start. */
  public static Stage all() {
    return new Stage(0, Map.of(), 0, 1, false);
  }

  /** The paper's order: generated pictures first in every epoch. */
  public static Stage paper() {
    return new Stage(0, Map.of(), 0, 1, true);
  }
}
