package org.facewright.app.pipeline;

import java.util.List;
import org.facewright.project.release.CurriculumPlan;
import org.facewright.project.release.PlanStage;
import org.facewright.training.run.Curriculum;

/** Orders in which a training set is learnt. */
public final class Orders {
  /** Easy pictures before hard ones by measured difficulty; the published order; the control. */
  public static final List<String> NAMES = List.of("measured", "paper", "shuffled");

  private Orders() {}

  /** An order for a run of so many epochs. */
  public static Curriculum named(String name, int epochs) {
    return Curriculum.of(plan(name, epochs), epochs);
  }

  private static CurriculumPlan plan(String name, int epochs) {
    return switch (name) {
      case "measured" -> CurriculumPlan.measured(epochs);
      case "paper" -> CurriculumPlan.paper(epochs);
      default -> CurriculumPlan.shuffled(epochs);
    };
  }

  /**
   * The length at which an order shows as many pictures as {@code epochs} of everything, as nearly
   * as whole epochs can.
   */
  public static int equalLength(String name, int epochs) {
    int length = epochs;
    while (shown(plan(name, length), length) < epochs) {
      length++;
    }
    boolean shorter =
        length > epochs
            && epochs - shown(plan(name, length - 1), length - 1)
                < shown(plan(name, length), length) - epochs;
    return shorter ? length - 1 : length;
  }

  /** In units of the whole set. */
  private static double shown(CurriculumPlan plan, int epochs) {
    double shown = 0;
    int stage = 0;
    for (int epoch = 1; epoch <= epochs; epoch++) {
      while (stage + 1 < plan.stages().size()
          && plan.stages().get(stage + 1).fromEpoch() <= epoch) {
        stage++;
      }
      PlanStage now = plan.stages().get(stage);
      shown += now.hardest() - now.easiest();
    }
    return shown + 1e-9;
  }
}
