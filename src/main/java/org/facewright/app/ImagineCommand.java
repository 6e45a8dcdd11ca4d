package org.facewright.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facewright.generation.imagine.DrawingBoard;
import org.facewright.generation.imagine.GrowWish;
import org.facewright.generation.imagine.ImagineJob;
import org.facewright.generation.imagine.ImagineOrder;
import org.facewright.generation.imagine.ImagineWork;
import org.facewright.generation.imagine.ReferenceOutcome;
import org.facewright.generation.vec2face.growth.GrowJob;
import org.facewright.generation.vec2face.growth.GrowOrder;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobRecord;
import org.facewright.project.ProjectException;
import org.facewright.project.Recovery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facewright imagine}: one reference face for each described person. */
@Command(
    name = "imagine",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Draws one reference face for each person of a plan, looks at it, and takes it in.",
      "A picture without exactly one good face of somebody new is drawn again with another seed.",
      "With --grow each accepted reference is expanded to so many variants.",
      "Stopped or killed, the same line goes on at the next person."
    })
final class ImagineCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Output output = new Output();
  @Mixin private ImagineOptions options = new ImagineOptions();
  @Mixin private EngineOptions engine = new EngineOptions();

  @Option(
      names = {"-p", "--project"},
      paramLabel = "FOLDER",
      description = "references become identities of this project")
  private @Nullable Path project;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "references become files of this folder: new, empty, or this order's own")
  private @Nullable Path folder;

  @Option(names = "--strict", description = "exit with 3 if somebody has no reference")
  private boolean strict;

  @Override
  public Integer call()
      throws ProjectException, CatalogueException, InstallException, JobException {
    if ((project == null) == (folder == null)) {
      throw wrong("Name --project FOLDER or --output DIR.");
    }
    Installation installation = Installation.here();
    ImagineOrder order = order(installation);
    WorkEngines engines = engine.engines(installation);
    return folder != null
        ? intoFolder(order, folder, engines)
        : intoProject(order, java.util.Objects.requireNonNull(project), engines);
  }

  private ImagineOrder order(Installation installation)
      throws CatalogueException, InstallException, JobException {
    if (options.unseen() && project != null) {
      throw wrong("A project takes no picture that nobody looked at: --unseen needs --output.");
    }
    if (options.grows() && project == null) {
      throw wrong("Only references of a project can be expanded: --grow needs --project.");
    }
    try {
      return options.order(installation);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private int intoProject(ImagineOrder order, Path where, WorkEngines engines)
      throws ProjectException {
    try (Session session = Session.open(where, engines)) {
      session.project().recovery().map(Recovery::sentence).ifPresent(output::note);
      DrawingLine line = new DrawingLine(output.progress());
      session.drawing().hear(line);
      JobRecord job =
          new JobRunner(session.jobs(), output)
              .run(ImagineJob.NAME, "Drawing %,d people".formatted(order.count()), order.toJson());
      line.end();
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("people", order.count());
      figures.put("outcomes", session.project().generations().outcomes(order.key()));
      figures.put("failed", job.failed());
      figures.put("state", job.state().name());
      JobRecord last = JobRunner.done(job) ? grown(session, order, job, figures) : job;
      output.result(String.valueOf(last.message()), figures);
      return Math.max(JobRunner.exitCode(job, strict), JobRunner.exitCode(last, strict));
    }
  }

  /** The variants of the references, if they are wanted: the job that came last. */
  private JobRecord grown(
      Session session, ImagineOrder order, JobRecord drawn, Map<String, Object> figures) {
    GrowWish wish = order.then();
    Optional<GrowOrder> variants =
        wish == null
            ? Optional.empty()
            : new ReferenceGrowth(session.project(), session.jobs()).order(order, wish);
    if (variants.isEmpty()) {
      return drawn;
    }
    output.note(String.valueOf(drawn.message()));
    long before = session.project().images().count();
    JobRecord job =
        new JobRunner(session.jobs(), output)
            .run(GrowJob.NAME, ReferenceGrowth.title(variants.get()), variants.get().toJson());
    figures.put("grown", variants.get().people().size());
    figures.put("variants", session.project().images().count() - before);
    figures.put("missingVariants", job.failed());
    figures.put("growState", job.state().name());
    return job;
  }

  private int intoFolder(ImagineOrder order, Path where, WorkEngines engines) throws JobException {
    DrawingLine line = new DrawingLine(output.progress());
    DrawingBoard board = new DrawingBoard();
    board.hear(line);
    try (ImagineWork work = ImagineJob.intoFolder(order, where, engines, board)) {
      FolderRun run = new FolderRun(work, output);
      boolean ended = run.run();
      line.end();
      Map<String, Object> figures = new LinkedHashMap<>();
      Map<ReferenceOutcome, Integer> outcomes = work.outcomes();
      figures.put("people", order.count());
      figures.put("outcomes", outcomes);
      figures.put("failed", run.failed());
      figures.put("state", ended ? "DONE" : "PAUSED");
      output.result(run.summary(), figures);
      return !ended
          ? ExitCodes.STOPPED
          : strict && run.failed() > 0 ? ExitCodes.WITH_FAILURES : ExitCodes.DONE;
    }
  }
}
