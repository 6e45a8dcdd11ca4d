package org.facewright.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.facewright.project.release.CurriculumPlan;
import org.facewright.project.release.PlanPacing;
import org.facewright.project.release.PlanStage;
import org.junit.jupiter.api.Test;

/** What edits make of a plan. */
class PlanEditsTest {
  private static final CurriculumPlan PLAN = CurriculumPlan.measured(9);
  private static final Map<String, Double> SHARES = Map.of("clean", .75, "synthetic", .25);

  private static List<Integer> starts(CurriculumPlan plan) {
    return plan.stages().stream().map(PlanStage::fromEpoch).toList();
  }

  @Test
  void stagesAreTimedBetweenTheirNeighbours() {
    assertThat(starts(PLAN)).containsExactly(1, 4, 7);
    assertThat(starts(PlanEdits.start(PLAN, 1, 5))).containsExactly(1, 5, 7);
    assertThat(starts(PlanEdits.start(PLAN, 1, 99))).containsExactly(1, 6, 7);
    assertThat(starts(PlanEdits.start(PLAN, 1, -3))).containsExactly(1, 2, 7);
    assertThat(PlanEdits.start(PLAN, 0, 5)).as("the first begins at the first").isEqualTo(PLAN);
    assertThat(PlanEdits.start(PLAN, 1, 5).name()).isEqualTo(PlanEdits.OWN);
  }

  @Test
  void stagesChangePlaces() {
    CurriculumPlan swapped = PlanEdits.swap(PLAN, 0, 2);

    assertThat(starts(swapped)).containsExactly(1, 4, 7);
    assertThat(swapped.stages().getFirst().hardest()).isEqualTo(1);
    assertThat(swapped.stages().getLast().hardest()).isEqualTo(1 / 3.0);
    assertThat(PlanEdits.swap(PLAN, 2, 1)).isEqualTo(PLAN);
  }

  @Test
  void stagesAreSplitAndRemoved() {
    CurriculumPlan split = PlanEdits.split(PLAN, 2);

    assertThat(starts(split)).containsExactly(1, 4, 7, 8);
    assertThat(starts(PlanEdits.merge(split, 0))).containsExactly(1, 7, 8);
    assertThat(PlanEdits.merge(CurriculumPlan.paper(5), 0)).isEqualTo(CurriculumPlan.paper(5));
    assertThat(PlanEdits.split(CurriculumPlan.paper(1), 0)).isEqualTo(CurriculumPlan.paper(1));
  }

  @Test
  void sourcesGoInAndOutAndWeigh() {
    CurriculumPlan without = PlanEdits.toggle(PLAN, 1, "synthetic", SHARES);

    assertThat(without.stages().get(1).takes("clean")).isTrue();
    assertThat(without.stages().get(1).takes("synthetic")).isFalse();
    assertThat(PlanEdits.toggle(without, 1, "clean", SHARES))
        .as("a stage is never empty")
        .isEqualTo(without);
    assertThat(PlanEdits.weigh(PLAN, 0, "synthetic", 2, SHARES).stages().getFirst().mix())
        .isEqualTo(Map.of("clean", .75, "synthetic", .5));
  }

  @Test
  void cutsStayWithinTheRange() {
    CurriculumPlan cut = PlanEdits.easiest(PLAN, 0, .9);

    assertThat(cut.stages().getFirst().easiest()).isLessThan(cut.stages().getFirst().hardest());
    assertThat(PlanEdits.hardest(PLAN, 0, 2).stages().getFirst().hardest()).isEqualTo(1);
    assertThat(PlanEdits.hardest(cut, 0, 0).stages().getFirst().hardest())
        .isGreaterThan(cut.stages().getFirst().easiest());
  }

  @Test
  void aPlanIsStretchedToTheRun() {
    assertThat(starts(PLAN.over(18))).containsExactly(1, 7, 13);
    assertThat(starts(PLAN.over(3))).containsExactly(1, 2, 3);
    assertThat(starts(PLAN.over(1))).containsExactly(1);
    assertThat(PlanEdits.paced(PLAN, new PlanPacing.Linear(.3, 6)).over(18).pacing())
        .isEqualTo(new PlanPacing.Linear(.3, 12));
    assertThat(PLAN.over(9)).isEqualTo(PLAN);
  }
}
