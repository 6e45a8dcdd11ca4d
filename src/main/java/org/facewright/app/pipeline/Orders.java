package org.facewright.app.pipeline;

import java.util.List;
import org.facewright.project.release.CurriculumPlan;
import org.facewright.training.run.Curriculum;

/** Orders in which a training set is learnt. */
final class Orders {
  /** Easy pictures before hard ones by measured difficulty; the published order; the control. */
  static final List<String> NAMES = List.of("measured", "paper", "shuffled");

  private Orders() {}

  static Curriculum named(String name, int epochs) {
    return switch (name) {
      case "measured" -> Curriculum.of(CurriculumPlan.measured(epochs), epochs);
      case "paper" -> Curriculum.of(CurriculumPlan.paper(epochs), epochs);
      default -> Curriculum.of(CurriculumPlan.shuffled(epochs), epochs);
    };
  }
}
