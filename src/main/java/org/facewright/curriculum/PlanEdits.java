package org.facewright.curriculum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facewright.project.release.CurriculumPlan;
import org.facewright.project.release.PlanPacing;
import org.facewright.project.release.PlanStage;

/**
 * Changes of a plan, each giving a new one; what makes no sense leaves it as it is. Stages count
 * from 0. Stateless.
 */
public final class PlanEdits {
  /** What a plan that was changed by hand is called. */
  public static final String OWN = "own";

  private static final double LEAST = 0.01;

  private PlanEdits() {}

  private static CurriculumPlan with(CurriculumPlan plan, List<PlanStage> stages) {
    return new CurriculumPlan(OWN, plan.epochs(), stages, plan.pacing());
  }

  /** A stage begins at another epoch, between its neighbours. */
  public static CurriculumPlan start(CurriculumPlan plan, int stage, int epoch) {
    List<PlanStage> stages = new ArrayList<>(plan.stages());
    if (stage < 1 || stage >= stages.size()) {
      return plan;
    }
    int low = stages.get(stage - 1).fromEpoch() + 1;
    int high = stage + 1 < stages.size() ? stages.get(stage + 1).fromEpoch() - 1 : plan.epochs();
    int from = Math.clamp(epoch, low, Math.max(low, high));
    if (from == stages.get(stage).fromEpoch()) {
      return plan;
    }
    stages.set(stage, stages.get(stage).from(from));
    return with(plan, stages);
  }

  /** Two stages change what they teach; when they begin stays. */
  public static CurriculumPlan swap(CurriculumPlan plan, int stage, int by) {
    List<PlanStage> stages = new ArrayList<>(plan.stages());
    int other = stage + by;
    if (by == 0 || other < 0 || other >= stages.size()) {
      return plan;
    }
    PlanStage first = stages.get(stage);
    PlanStage second = stages.get(other);
    stages.set(stage, second.from(first.fromEpoch()));
    stages.set(other, first.from(second.fromEpoch()));
    return with(plan, stages);
  }

  /** A stage becomes two of half its length that teach the same. */
  public static CurriculumPlan split(CurriculumPlan plan, int stage) {
    List<PlanStage> stages = new ArrayList<>(plan.stages());
    int end = stage + 1 < stages.size() ? stages.get(stage + 1).fromEpoch() : plan.epochs() + 1;
    int from = stages.get(stage).fromEpoch();
    if (end - from < 2) {
      return plan;
    }
    stages.add(stage + 1, stages.get(stage).from((from + end) / 2));
    return with(plan, stages);
  }

  /** A stage goes; the one before it lasts longer. */
  public static CurriculumPlan merge(CurriculumPlan plan, int stage) {
    List<PlanStage> stages = new ArrayList<>(plan.stages());
    if (stages.size() < 2) {
      return plan;
    }
    stages.remove(stage);
    stages.set(0, stages.getFirst().from(1));
    return with(plan, stages);
  }

  /** A stage goes up to another difficulty. */
  public static CurriculumPlan hardest(CurriculumPlan plan, int stage, double rank) {
    List<PlanStage> stages = new ArrayList<>(plan.stages());
    PlanStage old = stages.get(stage);
    double upper = Math.clamp(rank, Math.min(1, old.easiest() + LEAST), 1);
    stages.set(stage, old.within(old.easiest(), upper));
    return with(plan, stages);
  }

  /** A stage begins at another difficulty. */
  public static CurriculumPlan easiest(CurriculumPlan plan, int stage, double rank) {
    List<PlanStage> stages = new ArrayList<>(plan.stages());
    PlanStage old = stages.get(stage);
    double lower = Math.clamp(rank, 0, Math.max(0, old.hardest() - LEAST));
    stages.set(stage, old.within(lower, old.hardest()));
    return with(plan, stages);
  }

  /** Whether a stage shows synthetic pictures first in every epoch. */
  public static CurriculumPlan inOrder(CurriculumPlan plan, int stage, boolean ordered) {
    List<PlanStage> stages = new ArrayList<>(plan.stages());
    PlanStage old = stages.get(stage);
    if (old.lastSourceFirst() == ordered) {
      return plan;
    }
    stages.set(
        stage,
        new PlanStage(old.fromEpoch(), old.mix(), old.easiest(), old.hardest(), ordered));
    return with(plan, stages);
  }

  /**
   * A source is learnt in a stage or not.
   *
   * @param shares what each source makes up by nature, for stages that mix nothing yet
   */
  public static CurriculumPlan toggle(
      CurriculumPlan plan, int stage, String source, Map<String, Double> shares) {
    Map<String, Double> mix = mix(plan.stages().get(stage), shares);
    double now = mix.getOrDefault(source, 0.0);
    mix.put(source, now > 0 ? 0.0 : Math.max(LEAST, shares.getOrDefault(source, 1.0)));
    return mixed(plan, stage, mix);
  }

  /** A source gets more or less weight in a stage. */
  public static CurriculumPlan weigh(
      CurriculumPlan plan, int stage, String source, double factor, Map<String, Double> shares) {
    Map<String, Double> mix = mix(plan.stages().get(stage), shares);
    mix.computeIfPresent(source, (_, weight) -> rounded(weight * factor));
    return mixed(plan, stage, mix);
  }

  private static double rounded(double weight) {
    return Math.max(LEAST, Math.round(weight * 1000) / 1000.0);
  }

  private static Map<String, Double> mix(PlanStage stage, Map<String, Double> shares) {
    return new HashMap<>(stage.mix().isEmpty() ? shares : stage.mix());
  }

  private static CurriculumPlan mixed(CurriculumPlan plan, int stage, Map<String, Double> mix) {
    if (mix.values().stream().allMatch(weight -> weight == 0)) {
      return plan;
    }
    List<PlanStage> stages = new ArrayList<>(plan.stages());
    stages.set(stage, stages.get(stage).mixing(mix));
    return with(plan, stages);
  }

  /** Another way of opening the set from its easy end. */
  public static CurriculumPlan paced(CurriculumPlan plan, PlanPacing pacing) {
    return pacing.equals(plan.pacing())
        ? plan
        : new CurriculumPlan(OWN, plan.epochs(), plan.stages(), pacing);
  }
}
