package org.facewright.app.pipeline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a pipeline cannot be told. */
final class Checks {
  private static final Set<String> GROWERS = Set.of("rendered", "vec2face");

  private Checks() {}

  static void config(
      String source,
      List<String> skip,
      PipelineConfig.Verdicts verdicts,
      PipelineConfig.Grow grow,
      PipelineConfig.Assemble assemble,
      PipelineConfig.Train train) {
    check(!source.isBlank(), "say what to start from: \"source\"");
    Set<String> unknown = new HashSet<>(skip);
    unknown.removeAll(Stages.NAMES);
    check(
        unknown.isEmpty(),
        "there is no stage "
            + String.join(", ", unknown)
            + " to skip; there are "
            + String.join(", ", Stages.NAMES));
    check(
        verdicts.errorRate() >= 0 && verdicts.errorRate() <= 1,
        "\"errorRate\" lies between 0 and 1");
    check(GROWERS.contains(grow.by()), "people are made \"by\" rendered or vec2face");
    check(grow.identities() >= 1 && grow.variants() >= 1, "grow makes at least one picture");
    check(
        assemble.least() >= 1 && assemble.images() >= assemble.least(),
        "\"images\" of an identity are at least \"least\", and that at least 1");
    check(!train.orders().isEmpty() && !train.seeds().isEmpty(), "train in one order, by one seed");
    check(
        Orders.NAMES.containsAll(train.orders()), "orders are " + String.join(", ", Orders.NAMES));
  }

  private static void check(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException("The pipeline is told otherwise, but " + sentence + ".");
    }
  }
}
