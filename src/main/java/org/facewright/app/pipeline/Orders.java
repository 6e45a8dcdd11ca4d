package org.facewright.app.pipeline;

import java.util.List;
import java.util.Map;
import org.facewright.training.run.Curriculum;
import org.facewright.training.sampler.Pacing;

/** Orders in which a training set is learnt. */
final class Orders {
  static final List<String> NAMES = List.of("curriculum", "paper", "shuffled");

  private Orders() {}

  /**
   * The order of a name: easy pictures before hard ones by measured difficulty, the published one,
   * or the control.
   */
  static Curriculum named(String name, int epochs) {
    return switch (name) {
      case "curriculum" ->
          new Curriculum(
              List.of(new Curriculum.Stage(1, Map.of(), 0, 1, false)),
              new Pacing.Root(0.5, Math.max(1, epochs / 2)));
      case "paper" -> Curriculum.paper();
      default -> Curriculum.shuffled();
    };
  }
}
