package org.facewright.leakage.diversity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobKind;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.SingleWork;
import org.facewright.jobs.WholeFile;
import org.facewright.jobs.Work;
import org.facewright.project.Project;
import org.facewright.project.StageRun;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Measures the real and the synthetic people of a project; one item. */
public final class DiversityJob implements JobKind {
  public static final String NAME = "diversity";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long SEED = 1;

  /**
   * What is to be measured.
   *
   * @param model whose embeddings
   */
  public record Settings(String model, long seed) {
    public static Settings of(String model) {
      return new Settings(model, SEED);
    }

    public String toJson() {
      return JSON.writeValueAsString(this);
    }
  }

  /** What is kept of a measurement. */
  public record Result(String model, List<SetFigures> sets) {
    public Result {
      sets = List.copyOf(sets);
    }
  }

  private final Project project;

  public DiversityJob(Project project) {
    this.project = project;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Work open(JobRecord job, JobControl control) throws JobException {
    try {
      Settings settings = JSON.readValue(job.settings(), Settings.class);
      Diversity diversity = new Diversity(project, settings.model(), settings.seed());
      return new Measuring(settings, diversity);
    } catch (JacksonException | IOException e) {
      throw new JobException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Path file(Project project, long run) {
    return project
        .folder()
        .resolve("runs")
        .resolve("leakage")
        .resolve("diversity-" + run + ".json");
  }

  /**
   * The newest measurement; empty while there is none.
   *
   * @throws IOException if there is one that cannot be read
   */
  public static Optional<Result> latest(Project project) throws IOException {
    Optional<StageRun> run = project.runs().latest(NAME);
    if (run.isEmpty()) {
      return Optional.empty();
    }
    Path file = file(project, run.get().id());
    try {
      return Optional.of(JSON.readValue(Files.readString(file), Result.class));
    } catch (JacksonException e) {
      throw new IOException(file + " is damaged: " + e.getMessage(), e);
    }
  }

  private final class Measuring extends SingleWork {
    private final Settings settings;
    private final Diversity diversity;
    private List<SetFigures> sets = List.of();

    Measuring(Settings settings, Diversity diversity) {
      this.settings = settings;
      this.diversity = diversity;
    }

    @Override
    protected boolean work(JobControl control) throws JobException {
      try {
        sets = diversity.realAndSynthetic(control::stopping);
        return true;
      } catch (CancellationException e) {
        return false;
      } catch (IOException e) {
        throw new JobException("The embeddings cannot be read: " + e.getMessage(), e);
      }
    }

    @Override
    public String finish(JobControl control) throws JobException {
      long run =
          project.runs().begin(NAME, settings.toJson(), settings.model(), null, settings.seed());
      Path file = file(project, run);
      try {
        WholeFile.write(file, JSON.writeValueAsString(new Result(settings.model(), sets)));
      } catch (IOException e) {
        throw new JobException("The figures cannot be kept: " + e.getMessage(), e);
      }
      project.runs().finish(run, JSON.writeValueAsString(Map.of("sets", sets.size())));
      return sets.isEmpty() ? "nobody has an embedding" : "measured " + sets.size() + " sets";
    }
  }
}
