package org.facewright.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facewright.faces.AlignmentMode;
import org.facewright.gallery.AttributesJob;
import org.facewright.gallery.EmbedJob;
import org.facewright.gallery.EmbedSettings;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.jobs.JobRecord;
import org.facewright.project.EmbeddingFile;
import org.facewright.project.ProjectException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "embed",
    mixinStandardHelpOptions = true,
    description = {
      "Computes an embedding of every image that has none yet.",
      "Pictures that are no aligned 112 x 112 crops are searched for a face first."
    })
final class EmbedCommand implements Callable<Integer> {
  @Mixin private Output output = new Output();
  @Mixin private ProjectOption project = new ProjectOption();
  @Mixin private EngineOptions engine = new EngineOptions();

  @Option(
      names = "--model",
      defaultValue = "faceplugin",
      paramLabel = "NAME",
      description = "the recogniser, see: facewright models list (default: ${DEFAULT-VALUE})")
  private String model = "faceplugin";

  @Option(
      names = "--alignment",
      description =
          "${COMPLETION-CANDIDATES}: take pictures as aligned, or find the face (default: find it,"
              + " unless all are 112 x 112)")
  private @Nullable AlignmentMode alignment;

  @Option(names = "--flip", description = "add the embedding of the mirrored image")
  private boolean flip;

  @Option(
      names = "--storage",
      defaultValue = "FLOAT32",
      description = "${COMPLETION-CANDIDATES}: how values are kept (default: ${DEFAULT-VALUE})")
  private EmbeddingFile.Type storage = EmbeddingFile.Type.FLOAT32;

  @Option(names = "--attributes", description = "estimate pose, age and sex as well")
  private boolean attributes;

  @Option(names = "--strict", description = "exit with 3 if an image could not be embedded")
  private boolean strict;

  @Override
  public Integer call() throws ProjectException, CatalogueException, InstallException {
    Installation installation = Installation.here();
    String hash = installation.modelHash(model);
    try (Session session = project.open(output, engine.engines(installation))) {
      AlignmentMode how = alignment == null ? StageDesk.alignment(session) : alignment;
      EmbedSettings settings = new EmbedSettings(model, hash, how, flip, storage);
      JobRunner runner = new JobRunner(session.jobs(), output);
      JobRecord job = runner.run(EmbedJob.NAME, "Embedding with " + model, settings.toJson());
      int code = JobRunner.exitCode(job, strict);
      if (attributes && JobRunner.done(job)) {
        JobRecord described = runner.run(AttributesJob.NAME, "Estimating attributes", "{}");
        code = Math.max(code, JobRunner.exitCode(described, strict));
      }
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("model", model);
      figures.put("images", session.project().images().count());
      figures.put("embedded", job.done());
      figures.put("failed", job.failed());
      figures.put("state", job.state().name());
      output.result(String.valueOf(job.message()), figures);
      return code;
    }
  }
}
