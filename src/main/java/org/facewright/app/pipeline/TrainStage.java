package org.facewright.app.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.training.job.TrainJob;
import org.facewright.training.job.TrainJobSettings;
import org.facewright.training.run.RunFolder;
import org.facewright.training.run.RunReader;
import org.facewright.training.run.RunStatus;
import org.facewright.training.run.SettingsJson;
import org.facewright.training.run.TrainingSettings;
import org.jspecify.annotations.Nullable;

/** Trains once for each order and seed. */
final class TrainStage implements Stage {
  @Override
  public String name() {
    return "train";
  }

  @Override
  public String title() {
    return "Train";
  }

  @Override
  public Map<String, Object> run(PipelineConfig config, Workshop workshop)
      throws PipelineException {
    Map<String, Object> figures = new LinkedHashMap<>();
    for (TrainRun run : runs(config)) {
      TrainJobSettings settings = settings(config, run, release(config, workshop));
      workshop.run(TrainJob.NAME, TrainJob.title(run.name()), settings.toJson());
      figures.put(run.name(), figures(workshop, run));
    }
    return figures;
  }

  /** One order by one seed. */
  record TrainRun(String order, long seed) {
    String name() {
      return order + "-" + seed;
    }

    RunFolder folder(Workshop workshop) {
      return TrainJob.folder(workshop.project(), name());
    }
  }

  static List<TrainRun> runs(PipelineConfig config) {
    List<TrainRun> runs = new ArrayList<>();
    for (String order : config.train().orders()) {
      config.train().seeds().forEach(seed -> runs.add(new TrainRun(order, seed)));
    }
    return runs;
  }

  /** What is learnt: the frozen release, or, where none was assembled, all that is kept. */
  private static @Nullable String release(PipelineConfig config, Workshop workshop)
      throws PipelineException {
    return config.skip().contains("assemble")
        ? null
        : AssembleStage.current(workshop.project()).title();
  }

  private static TrainJobSettings settings(
      PipelineConfig config, TrainRun run, @Nullable String release) throws PipelineException {
    PipelineConfig.Train train = config.train();
    try {
      TrainingSettings preset = TrainingSettings.preset(train.preset());
      TrainingSettings told = SettingsJson.read(PipelineJson.write(train.settings()), preset);
      TrainingSettings seeded = SettingsJson.read("{\"seed\": " + run.seed() + "}", told);
      TrainingSettings ordered = seeded.with(Orders.named(run.order(), seeded.epochs()));
      return release == null
          ? new TrainJobSettings(run.name(), ordered, "spread", config.model(), List.of())
          : TrainJobSettings.on(release, run.name(), ordered, List.of());
    } catch (IllegalArgumentException e) {
      throw new PipelineException("\"train\": " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> figures(Workshop workshop, TrainRun run)
      throws PipelineException {
    try {
      RunStatus status =
          new RunReader(run.folder(workshop))
              .status()
              .orElseThrow(() -> new PipelineException("The run " + run.name() + " is empty."));
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("epochs", status.epoch());
      figures.put("steps", status.step());
      figures.put("loss", status.loss());
      figures.put("accuracy", status.accuracy());
      return figures;
    } catch (IOException e) {
      throw new PipelineException("The run cannot be read: " + e.getMessage(), e);
    }
  }
}
