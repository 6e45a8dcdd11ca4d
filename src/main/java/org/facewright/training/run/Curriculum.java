package org.facewright.training.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facewright.project.release.CurriculumPlan;
import org.facewright.training.sampler.CurriculumSampler;
import org.facewright.training.sampler.Pacing;
import org.facewright.training.set.TrainingSet;

/**
 * In which order pictures are learnt, with sources by name.
 *
 * @param stages the first starts at epoch 1
 * @param pacing how much of the set, easiest first, is open in an epoch
 */
public record Curriculum(List<Stage> stages, Pacing pacing) {
  /**
   * What is learnt from an epoch on.
   *
   * @param fromEpoch counted from 1
   * @param mix weight of each source, by its name; empty takes every picture as it is
   * @param easiest lower end of the difficulty range, 0 to 1 of the set's order
   * @param hardest upper end
   * @param lastSourceFirst whether an epoch shows one source after the other, the last named first,
   *     as the published list does with generated pictures
   */
  public record Stage(
      int fromEpoch,
      Map<String, Double> mix,
      double easiest,
      double hardest,
      boolean lastSourceFirst) {
    public Stage {
      mix = Map.copyOf(mix);
      if (fromEpoch < 1) {
        throw new IllegalArgumentException("A stage starts at epoch 1 or later.");
      }
    }

    private org.facewright.training.sampler.Stage numbered(List<String> sources) {
      Map<Integer, Double> weights = new HashMap<>();
      mix.forEach(
          (name, weight) -> {
            if (!sources.contains(name)) {
              throw new IllegalArgumentException(
                  "The curriculum mixes the source '"
                      + name
                      + "', but the set has "
                      + String.join(", ", sources)
                      + ".");
            }
            weights.put(sources.indexOf(name), weight);
          });
      return new org.facewright.training.sampler.Stage(
          fromEpoch - 1, weights, easiest, hardest, lastSourceFirst);
    }
  }

  public Curriculum {
    stages = List.copyOf(stages);
    if (stages.stream().noneMatch(stage -> stage.fromEpoch() == 1)) {
      throw new IllegalArgumentException("A curriculum needs a stage that starts at epoch 1.");
    }
    // Ranges and weights are checked where they are used; better now than after reading the set.
    List<String> any = stages.stream().flatMap(stage -> stage.mix().keySet().stream()).toList();
    stages.forEach(stage -> stage.numbered(any));
  }

  /** Everything, shuffled, in every epoch: the control. */
  public static Curriculum shuffled() {
    return new Curriculum(List.of(new Stage(1, Map.of(), 0, 1, false)), new Pacing.Everything());
  }

  /** The published order: generated pictures first in every epoch. */
  public static Curriculum paper() {
    return new Curriculum(List.of(new Stage(1, Map.of(), 0, 1, true)), new Pacing.Everything());
  }

  /**
   * What a release's plan comes to in a run.
   *
   * @param epochs of the run; the plan is stretched to it
   */
  public static Curriculum of(CurriculumPlan plan, int epochs) {
    return RunJson.read(plan.over(epochs).curriculum(), Curriculum.class);
  }

  /**
   * The order over a set.
   *
   * @throws IllegalArgumentException naming a source that the set lacks
   */
  CurriculumSampler over(TrainingSet set, long seed) {
    List<org.facewright.training.sampler.Stage> numbered =
        stages.stream().map(stage -> stage.numbered(set.sources())).toList();
    return new CurriculumSampler(set.table(), numbered, pacing, seed);
  }
}
