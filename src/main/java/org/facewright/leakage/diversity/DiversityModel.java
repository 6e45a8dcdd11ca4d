package org.facewright.leakage.diversity;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.facewright.jobs.JobQueue;
import org.facewright.project.Project;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;

/** The newest measurement of a project. FX thread only. */
public final class DiversityModel {
  private static final Texts TEXTS = Texts.of(DiversityModel.class);
  private final Project project;
  private final JobQueue jobs;
  private final Executor worker;
  private final Consumer<String> problem;
  private final ReadOnlyObjectWrapper<List<SetFigures>> sets =
      new ReadOnlyObjectWrapper<>(this, "sets", List.of());

  /**
   * @param worker reads, one task at a time
   * @param problem hears in one sentence what could not be done
   */
  public DiversityModel(Project project, JobQueue jobs, Executor worker, Consumer<String> problem) {
    this.project = project;
    this.jobs = jobs;
    this.worker = worker;
    this.problem = problem;
  }

  /** The real people before the synthetic ones; nobody while nothing was measured. */
  ReadOnlyObjectProperty<List<SetFigures>> sets() {
    return sets.getReadOnlyProperty();
  }

  /** Something may have been measured. */
  public void refresh() {
    worker.execute(
        () -> {
          try {
            Optional<DiversityJob.Result> latest = DiversityJob.latest(project);
            Platform.runLater(
                () -> sets.set(latest.map(DiversityJob.Result::sets).orElse(List.of())));
          } catch (IOException e) {
            Platform.runLater(() -> problem.accept(TEXTS.get("read.failed", Told.why(e))));
          }
        });
  }

  /** Measures with the embeddings of a recogniser, as a job. */
  public void measure(String model) {
    String settings = DiversityJob.Settings.of(model).toJson();
    worker.execute(
        () -> {
          if (jobs.unfinished(DiversityJob.NAME, settings) == null) {
            jobs.submit(DiversityJob.NAME, TEXTS.get("job.measure"), settings);
          }
        });
  }
}
