package org.facewright.project.release;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is learnt from an epoch on.
 *
 * @param fromEpoch counted from 1
 * @param mix weight of each source by its name; empty takes every picture as it is
 * @param easiest lower end of the difficulty range, 0 to 1 of the set's order
 * @param hardest upper end
 * @param lastSourceFirst whether an epoch shows one source after the other, the last named first,
 *     as the published list does with generated pictures
 */
public record PlanStage(
    int fromEpoch,
    Map<String, Double> mix,
    double easiest,
    double hardest,
    boolean lastSourceFirst) {
  public PlanStage {
    mix = java.util.Collections.unmodifiableMap(new TreeMap<>(mix));
    if (fromEpoch < 1) {
      throw new IllegalArgumentException("A stage starts at epoch 1 or later.");
    }
    if (!(easiest >= 0 && easiest < hardest && hardest <= 1)) {
      throw new IllegalArgumentException(
          "A stage's range of difficulty lies within 0 to 1 and is not empty.");
    }
    boolean negative = mix.values().stream().anyMatch(weight -> !(weight >= 0));
    boolean nothing = !mix.isEmpty() && mix.values().stream().allMatch(weight -> weight == 0);
    if (negative || nothing) {
      throw new IllegalArgumentException("A stage's weights are 0 or more, and not all 0.");
    }
  }

  /** Everything, in any order. */
  public static PlanStage all(int fromEpoch) {
    return new PlanStage(fromEpoch, Map.of(), 0, 1, false);
  }

  /** Whether it takes images of a source. */
  public boolean takes(String source) {
    return mix.isEmpty() || mix.getOrDefault(source, 0.0) > 0;
  }

  /** Whether it takes an image of that source and place among all by difficulty, 0 to 1. */
  public boolean takes(String source, double rank) {
    return takes(source) && rank >= easiest && rank <= hardest;
  }

  /** Whether somebody must have measured how hard images are. */
  public boolean usesDifficulty() {
    return easiest > 0 || hardest < 1;
  }

  /** The same from another epoch on. */
  public PlanStage from(int epoch) {
    return new PlanStage(epoch, mix, easiest, hardest, lastSourceFirst);
  }

  /** The same over another range of difficulty. */
  public PlanStage within(double lower, double upper) {
    return new PlanStage(fromEpoch, mix, lower, upper, lastSourceFirst);
  }

  /** The same with other weights. */
  public PlanStage mixing(Map<String, Double> weights) {
    return new PlanStage(fromEpoch, weights, easiest, hardest, lastSourceFirst);
  }
}
