package org.facewright.project.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * In which order a release is to be learnt. Written as {@code stages.json}; {@code stages} and
 * {@code pacing} there are what a training's settings call its curriculum. Immutable.
 *
 * @param name paper, measured, shuffled, or whatever the user called it
 * @param epochs the run it was made for; a run of another length stretches it
 * @param stages by their first epoch, the first at epoch 1
 */
public record CurriculumPlan(
    String name, int epochs, List<PlanStage> stages, PlanPacing pacing) {
  /** The default length. */
  public static final int EPOCHS = 20;

  public CurriculumPlan {
    stages = stages.stream().sorted(Comparator.comparingInt(PlanStage::fromEpoch)).toList();
    if (epochs < 1) {
      throw new IllegalArgumentException("A plan has at least one epoch.");
    }
    if (stages.isEmpty() || stages.getFirst().fromEpoch() != 1) {
      throw new IllegalArgumentException("A plan needs a stage that starts at epoch 1.");
    }
    for (int i = 1; i < stages.size(); i++) {
      if (stages.get(i).fromEpoch() == stages.get(i - 1).fromEpoch()) {
        throw new IllegalArgumentException("Two stages of a plan start at the same epoch.");
      }
    }
    if (stages.getLast().fromEpoch() > epochs) {
      throw new IllegalArgumentException("A stage starts after the last epoch.");
    }
  }

  /** The published order: in every epoch the generated pictures first. */
  public static CurriculumPlan paper(int epochs) {
    return new CurriculumPlan(
        "paper",
        epochs,
        List.of(new PlanStage(1, Map.of(), 0, 1, true)),
        new PlanPacing.Everything());
  }

  /** The easiest third, then two thirds, then everything, each for a third of the run. */
  public static CurriculumPlan measured(int epochs) {
    List<PlanStage> stages = new ArrayList<>();
    int before = 0;
    for (int third = 1; third <= 3; third++) {
      int from = 1 + (third - 1) * epochs / 3;
      if (from > before) {
        stages.add(new PlanStage(from, Map.of(), 0, third / 3.0, false));
      }
      before = from;
    }
    return new CurriculumPlan("measured", epochs, stages, new PlanPacing.Everything());
  }

  /** Everything at once in random order: the control. */
  public static CurriculumPlan shuffled(int epochs) {
    return new CurriculumPlan(
        "shuffled", epochs, List.of(PlanStage.all(1)), new PlanPacing.Everything());
  }

  /** The plan that belongs to an order. */
  public static CurriculumPlan of(ReleaseOrder order, int epochs) {
    return switch (order) {
      case PAPER -> paper(epochs);
      case MEASURED -> measured(epochs);
      case SHUFFLED -> shuffled(epochs);
    };
  }

  /** Whether somebody must have measured how hard images are. */
  public boolean usesDifficulty() {
    return pacing.usesDifficulty() || stages.stream().anyMatch(PlanStage::usesDifficulty);
  }

  /** The same for a run of another length; stages keep their share of it as well as it divides. */
  public CurriculumPlan over(int run) {
    if (run == epochs) {
      return this;
    }
    // Of two stages that a short run would begin together, the later one counts.
    Map<Integer, PlanStage> moved = new TreeMap<>();
    for (PlanStage stage : stages) {
      long before = Math.round((stage.fromEpoch() - 1) * (double) run / epochs);
      int from = (int) Math.min(run, 1 + before);
      moved.put(from, stage.from(from));
    }
    return new CurriculumPlan(
        name, run, List.copyOf(moved.values()), pacing.stretched(run / (double) epochs));
  }

  /** What training calls a curriculum, as JSON. */
  public String curriculum() {
    return ReleaseJson.line(new Order(stages, pacing));
  }

  private record Order(List<PlanStage> stages, PlanPacing pacing) {}
}
