package org.facewright.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.facewright.app.experiment.DrawJob;
import org.facewright.assembly.FreezeJob;
import org.facewright.clustering.CleanJob;
import org.facewright.evaluation.EvaluateJob;
import org.facewright.exchange.DatasetFormats;
import org.facewright.exchange.ExportJob;
import org.facewright.exchange.ImportJob;
import org.facewright.exchange.ImportSettings;
import org.facewright.exchange.release.ReleaseExportJob;
import org.facewright.gallery.AttributesJob;
import org.facewright.gallery.EmbedJob;
import org.facewright.gallery.map.MapJob;
import org.facewright.generation.imagine.DrawingBoard;
import org.facewright.generation.imagine.GrowWish;
import org.facewright.generation.imagine.ImagineJob;
import org.facewright.generation.imagine.ImagineOrder;
import org.facewright.generation.render.RenderJob;
import org.facewright.generation.vec2face.growth.GrowJob;
import org.facewright.image.ImageDecoder;
import org.facewright.jobs.DiskSpace;
import org.facewright.jobs.JobKind;
import org.facewright.jobs.JobQueue;
import org.facewright.leakage.LeakJob;
import org.facewright.leakage.diversity.DiversityJob;
import org.facewright.project.Origin;
import org.facewright.project.Project;
import org.facewright.project.ProjectException;
import org.facewright.review.ReviewBooks;
import org.facewright.training.job.TrainJob;
import org.facewright.verdict.run.Pause;
import org.facewright.verdict.stage.BatchJob;
import org.facewright.verdict.stage.FuseJob;
import org.facewright.verdict.stage.VerdictBooks;
import org.facewright.verdict.stage.VerdictJob;

/** An open project with its queue, put together by hand; closed in the right order. */
public final class Session implements AutoCloseable {
  /** How often a batch is looked after. */
  private static final Duration LOOK = Duration.ofSeconds(30);

  private final Project project;
  private final DiskSpace space;
  private final JobQueue jobs;
  private final VerdictBooks verdicts;
  private final ReviewBooks reviews;
  private final DrawingBoard drawing = new DrawingBoard();

  /** Opens a project for the command line. */
  static Session open(Path folder, WorkEngines engines) throws ProjectException {
    return Project.mayWrite(folder)
        ? over(Project.open(folder, Version.current()), engines)
        : view(folder, engines);
  }

  /** Opens a project to look at it: nothing is written there, exports go elsewhere. */
  static Session view(Path folder, WorkEngines engines) throws ProjectException {
    return over(Project.view(folder, Version.current()), engines);
  }

  /** For the window: the database's rolling copy is made later, by {@link Project#backupIfDue}. */
  static Session openAtOnce(Path folder, WorkEngines engines) throws ProjectException {
    return Project.mayWrite(folder)
        ? over(Project.openAtOnce(folder, Version.current()), engines)
        : view(folder, engines);
  }

  /** Loads what every project needs, so that the first one opens sooner. */
  static void warmUp() {
    Project.warmUp();
    var unused = new ImageDecoder();
  }

  private static Session over(Project project, WorkEngines engines) {
    try {
      return new Session(project, engines);
    } catch (RuntimeException e) {
      project.close();
      throw e;
    }
  }

  private Session(Project project, WorkEngines engines) {
    this.project = project;
    this.space = new DiskSpace(project.folder());
    this.verdicts = new VerdictBooks(project);
    this.reviews = new ReviewBooks(project);
    List<JobKind> kinds =
        List.of(
            new ImportJob(project, new DatasetFormats(), new ImageDecoder()),
            new EmbedJob(project, engines),
            new AttributesJob(project, engines),
            new CleanJob(project),
            new MapJob(project),
            new RenderJob(project, this::takeIn),
            new ImagineJob(project, engines, drawing, this::grow),
            new GrowJob(project, engines),
            new VerdictJob(verdicts, System.getenv()),
            new BatchJob(verdicts, System.getenv(), LOOK, Pause.real()),
            new FuseJob(project),
            new EvaluateJob(
                project,
                EvaluationFeed::open,
                order -> EvaluationFeed.start(engines, order),
                Version.current()),
            new TrainJob(project, Installation.here().trainers()),
            new DiversityJob(project),
            new DrawJob(project),
            new LeakJob(project, Installation.here().comparers(), Version.current()),
            new ExportJob(project),
            new FreezeJob(project),
            new ReleaseExportJob(project));
    this.jobs = new JobQueue(project.jobs(), allowed(kinds), space, Clock.systemUTC());
  }

  private List<JobKind> allowed(List<JobKind> kinds) {
    return project.viewing().isEmpty()
        ? kinds
        : kinds.stream()
            .map(kind -> ViewingRules.allowsJob(kind.name()) ? kind : new RestingKind(kind))
            .toList();
  }

  /** Imports a set that was rendered here. */
  private void takeIn(Path folder) {
    ImportSettings settings = ImportSettings.made(folder.toString(), Origin.RENDERED);
    jobs.submit(ImportJob.NAME, "Importing " + folder.getFileName(), settings.toJson());
  }

  /** Queues variants of references that were drawn here. */
  private String grow(ImagineOrder order, GrowWish wish) {
    return new ReferenceGrowth(project, jobs).queue(order, wish);
  }

  public Project project() {
    return project;
  }

  /** What models were asked and said. */
  VerdictBooks verdicts() {
    return verdicts;
  }

  /** What people said. */
  ReviewBooks reviews() {
    return reviews;
  }

  /** What is left of the disk. */
  DiskSpace space() {
    return space;
  }

  /** Where a job shows what it draws. */
  public DrawingBoard drawing() {
    return drawing;
  }

  public JobQueue jobs() {
    return jobs;
  }

  /** The name decisions are signed with. */
  static String person() {
    String name = System.getProperty("user.name", "somebody");
    return name.isBlank() ? "somebody" : name.toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    jobs.close();
    verdicts.close();
    reviews.close();
    project.close();
  }
}
