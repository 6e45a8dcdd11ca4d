package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.facewright.app.pipeline.Pipeline;
import org.facewright.app.pipeline.PipelineException;
import org.facewright.app.pipeline.Workshop;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.DatasetFormats;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.jobs.JobRecord;
import org.facewright.project.Project;
import org.facewright.project.ProjectException;
import org.facewright.training.run.RunFolder;

/** This program around a pipeline: its project, its jobs, its models. */
final class PipelineShop implements Workshop, AutoCloseable {
  private final Installation installation;
  private final Path shelf;
  private final Output output;
  private final Session session;
  private final JobRunner runner;

  private PipelineShop(Installation installation, Path shelf, Output output, Session session) {
    this.installation = installation;
    this.shelf = shelf;
    this.output = output;
    this.session = session;
    this.runner = new JobRunner(session.jobs(), output);
  }

  /** Opens the project in a pipeline's folder, or makes it. */
  static PipelineShop open(Path folder, InferenceSettings settings, Output output)
      throws ProjectException {
    Path project = Pipeline.project(folder);
    if (!Files.exists(project)) {
      Project.create(project, Version.current()).close();
    }
    Path shelf = folder.resolve("models");
    Installation installation = Installation.here().with(shelf);
    Session session = Session.open(project, installation.inProcess(settings));
    session.project().recovery().ifPresent(recovery -> output.note(recovery.sentence()));
    return new PipelineShop(installation, shelf, output, session);
  }

  @Override
  public Project project() {
    return session.project();
  }

  @Override
  public JobRecord run(String kind, String title, String settings) throws PipelineException {
    JobRecord job = runner.run(kind, title, settings);
    return switch (job.state()) {
      case DONE -> job;
      case PAUSED, QUEUED, CANCELLED ->
          throw new PipelineException.Stopped(title + ": stopped; the same line goes on.");
      default -> throw new PipelineException(title + ": " + job.message());
    };
  }

  @Override
  public Optional<String> format(Path source) {
    return new DatasetFormats().detect(source);
  }

  @Override
  public String modelHash(String model) throws PipelineException {
    try {
      return installation.modelHash(model);
    } catch (CatalogueException | InstallException | UserException e) {
      throw new PipelineException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public Optional<Path> faceKit() {
    return installation.faceKit();
  }

  @Override
  public Optional<Path> generator() {
    return installation.generator().map(Path::toAbsolutePath);
  }

  @Override
  public Map<String, Object> score(Path truth) throws PipelineException {
    try {
      Map<String, Object> figures = new LinkedHashMap<>();
      output.note("  " + Truth.read(truth).score(session.project()).put(figures));
      return figures;
    } catch (IOException | UserException e) {
      throw new PipelineException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void install(RunFolder run, String name) throws PipelineException {
    try {
      new TrainedModel(run).install(name, shelf);
    } catch (IOException | DatasetException | UserException e) {
      throw new PipelineException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void tell(String sentence) {
    output.note(sentence);
  }

  @Override
  public void close() {
    session.close();
  }
}
