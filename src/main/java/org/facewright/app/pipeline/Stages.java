package org.facewright.app.pipeline;

import java.util.List;

/** The stages, in the order of the work. */
final class Stages {
  static final List<Stage> ALL =
      List.of(
          new ImportStage(),
          new EmbedStage(),
          new CleanStage(),
          new VerdictStage(),
          new GrowStage(),
          new LeakStage(),
          new AssembleStage(),
          new TrainStage(),
          new EvaluateStage());

  static final List<String> NAMES = ALL.stream().map(Stage::name).toList();

  private Stages() {}
}
