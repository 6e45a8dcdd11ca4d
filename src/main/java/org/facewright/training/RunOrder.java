package org.facewright.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.training.run.Curriculum;
import org.facewright.training.sampler.Pacing;

/** The orders of pictures that the page offers; a settings file knows more. */
enum RunOrder {
  SHUFFLED("none"),
  /** The published order. */
  GENERATED_FIRST("none"),
  /** By measured difficulty: the easiest half, then more, then all. */
  STAGES("spread"),
  /** As the plan of the chosen release says; without a release the same as shuffled. */
  PLANNED("none");

  private static final double[] SHARES = {0.5, 0.8, 1};

  private final String difficulty;

  RunOrder(String difficulty) {
    this.difficulty = difficulty;
  }

  /** What there is to choose from, with or without a release. */
  static List<RunOrder> offered(boolean release) {
    return Arrays.stream(values()).filter(order -> release || order != PLANNED).toList();
  }

  /** How the difficulty of pictures is to be measured. */
  String difficulty() {
    return difficulty;
  }

  Curriculum over(int epochs) {
    return switch (this) {
      case SHUFFLED, PLANNED -> Curriculum.shuffled();
      case GENERATED_FIRST -> Curriculum.paper();
      case STAGES -> new Curriculum(stages(epochs), new Pacing.Everything());
    };
  }

  /** A third of the run each; a run of fewer epochs has fewer stages, and always ends with all. */
  private static List<Curriculum.Stage> stages(int epochs) {
    Map<Integer, Curriculum.Stage> byStart = new LinkedHashMap<>();
    for (int i = 0; i < SHARES.length; i++) {
      int from = 1 + epochs * i / SHARES.length;
      byStart.put(from, new Curriculum.Stage(from, Map.of(), 0, SHARES[i], false));
    }
    return List.copyOf(byStart.values());
  }

  static RunOrder of(Curriculum curriculum) {
    if (curriculum.stages().size() > 1) {
      return STAGES;
    }
    return curriculum.stages().getFirst().lastSourceFirst() ? GENERATED_FIRST : SHUFFLED;
  }
}
