package org.facewright.app;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facewright.generation.vec2face.GeneratorHome;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.generation.vec2face.growth.GrowJob;
import org.facewright.generation.vec2face.growth.GrowOrder;
import org.facewright.jobs.JobRecord;
import org.facewright.project.Project;
import org.facewright.project.ProjectException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facewright vec2face grow}: variants of many identities, into a project. */
@Command(
    name = "grow",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Draws variants of identities and takes them into a project.",
      "An identity is in the project with all its variants or not at all: stopped or killed, the"
          + " same line goes on; run again, it adds nothing."
    })
final class Vec2FaceGrowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Output output = new Output();
  @Mixin private ProjectOption project = new ProjectOption();
  @Mixin private GrowOptions options = new GrowOptions();
  @Mixin private EngineOptions engine = new EngineOptions();

  @picocli.CommandLine.Option(
      names = "--strict",
      description = "exit with 3 if variants are missing")
  private boolean strict;

  @Override
  public Integer call() throws ProjectException, IOException {
    try {
      var unused = GeneratorHome.at(options.generator(), null);
    } catch (Vec2FaceException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
    Installation installation = Installation.here();
    try (Session session = project.open(output, engine.engines(installation))) {
      GrowOrder order = order(session.project());
      long before = session.project().images().count();
      JobRecord job =
          new JobRunner(session.jobs(), output).run(GrowJob.NAME, title(order), order.toJson());
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("references", job.total());
      figures.put("pictures", session.project().images().count() - before);
      figures.put("failed", job.failed());
      figures.put("state", job.state().name());
      int code = JobRunner.exitCode(job, strict);
      output.result(String.valueOf(job.message()), figures);
      return code;
    }
  }

  private String title(GrowOrder order) {
    return order.sampled() > 0
        ? "Growing %,d identities x %d".formatted(order.sampled(), options.count())
        : "Drawing %d variants each".formatted(options.count());
  }

  private GrowOrder order(Project open) {
    try {
      return options.order(open);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
