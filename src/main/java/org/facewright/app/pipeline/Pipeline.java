package org.facewright.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The whole way, stage by stage, in one folder: {@code project}, {@code result.json}, {@code
 * report.html}. A stage that is done is not done again; one that was stopped goes on.
 */
public final class Pipeline {
  private final Path folder;
  private final PipelineConfig config;
  private final String version;

  /**
   * @param folder of this pipeline; new, or where it stands
   * @param version of the program, for the report
   */
  public Pipeline(Path folder, PipelineConfig config, String version) {
    this.folder = folder;
    this.config = config;
    this.version = version;
  }

  /** Where a pipeline keeps its project. */
  public static Path project(Path folder) {
    return folder.resolve("project");
  }

  /**
   * Runs what is not done yet; answers the figures of all stages, the same for the same
   * configuration on the same machine.
   *
   * @throws PipelineException if a stage failed, or was stopped; the same call goes on
   */
  public Map<String, Object> run(Workshop workshop) throws PipelineException {
    StageLog log = StageLog.open(folder, config, version);
    for (Stage stage : Stages.ALL) {
      Optional<StageLog.Done> known = log.find(stage.name());
      if (config.skip().contains(stage.name())) {
        workshop.tell(stage.title() + ": skipped");
      } else if (known.isPresent()) {
        workshop.tell(stage.title() + ": done before");
      } else {
        run(stage, workshop, log);
      }
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    log.all().forEach(done -> figures.put(done.stage(), done.figures()));
    write(figures);
    new PipelineReport(config, workshop, log).write(folder.resolve("report.html"), version);
    return figures;
  }

  private void run(Stage stage, Workshop workshop, StageLog log) throws PipelineException {
    workshop.tell(stage.title() + " ...");
    long start = System.nanoTime();
    Map<String, Object> figures = stage.run(config, workshop);
    double seconds = (System.nanoTime() - start) / 1e9;
    log.add(new StageLog.Done(stage.name(), seconds, figures));
    workshop.tell("%s: %.1f s, %s".formatted(stage.title(), seconds, figures));
  }

  private void write(Map<String, Object> figures) throws PipelineException {
    Path file = folder.resolve("result.json");
    try {
      Files.writeString(file, PipelineJson.write(figures));
    } catch (IOException e) {
      throw new PipelineException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
