package org.facewright.curriculum;

import org.facewright.project.release.CurriculumPlan;
import org.facewright.project.release.DifficultyMeasure;
import org.facewright.project.release.ReleaseOrder;
import org.facewright.project.release.ReleaseRecipe;

/** Changes of a recipe in which one thing follows from another. Stateless. */
final class Recipes {
  private Recipes() {}

  /** Another plan; one that asks how hard images are brings the measure that it needs. */
  static ReleaseRecipe withPlan(ReleaseRecipe recipe, CurriculumPlan plan) {
    DifficultyMeasure measure =
        plan.usesDifficulty() && recipe.difficulty() == DifficultyMeasure.NONE
            ? DifficultyMeasure.SPREAD
            : recipe.difficulty();
    return recipe.copy().plan(plan).difficulty(measure, recipe.model()).made();
  }

  /** The order of a preset with its plan; who is in stays as it is. */
  static ReleaseRecipe ordered(ReleaseRecipe recipe, ReleaseOrder order) {
    CurriculumPlan plan = CurriculumPlan.of(order, recipe.plan().epochs());
    DifficultyMeasure measure =
        order == ReleaseOrder.MEASURED && recipe.difficulty() == DifficultyMeasure.NONE
            ? DifficultyMeasure.SPREAD
            : recipe.difficulty();
    return recipe.copy().order(order).plan(plan).difficulty(measure, recipe.model()).made();
  }

  static ReleaseRecipe measuredWherePossible(ReleaseRecipe recipe) {
    return recipe.difficulty() == DifficultyMeasure.NONE
        ? recipe.withDifficulty(DifficultyMeasure.SPREAD, recipe.model())
        : recipe;
  }
}
