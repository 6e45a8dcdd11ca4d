package org.facewright.leakage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.facewright.jobs.WholeFile;
import org.facewright.project.Project;
import org.facewright.project.StageRun;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The reports of a project, one file a run. Thread-safe. */
public final class LeakReports {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Project project;

  public LeakReports(Project project) {
    this.project = project;
  }

  static Path folder(Project project) {
    return project.folder().resolve("runs").resolve("leakage");
  }

  /** Where the report of a run lies. */
  public Path file(long run) {
    return folder(project).resolve("report-" + run + ".json");
  }

  void write(LeakReport report) throws IOException {
    WholeFile.write(file(report.run()), JSON.writeValueAsString(report));
  }

  /**
   * The newest report; empty while nothing was checked.
   *
   * @throws IOException if there is one that cannot be read
   */
  public Optional<LeakReport> latest() throws IOException {
    Optional<StageRun> run = project.runs().latest(LeakJob.NAME);
    return run.isEmpty() ? Optional.empty() : Optional.of(read(run.get().id()));
  }

  /** The report of a run. */
  public LeakReport read(long run) throws IOException {
    try {
      return JSON.readValue(Files.readString(file(run)), LeakReport.class);
    } catch (JacksonException e) {
      throw new IOException(file(run) + " is damaged: " + e.getMessage(), e);
    }
  }
}
