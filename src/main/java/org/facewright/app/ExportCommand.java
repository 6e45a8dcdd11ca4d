package org.facewright.app;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.facewright.exchange.ExportJob;
import org.facewright.exchange.ExportSettings;
import org.facewright.jobs.JobRecord;
import org.facewright.project.ImageState;
import org.facewright.project.ProjectException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the kept images as a dataset.",
      "Nothing is at the target before everything is written."
    })
final class ExportCommand implements Callable<Integer> {
  @Mixin private Output output = new Output();
  @Mixin private ProjectOption project = new ProjectOption();

  @Option(
      names = "--format",
      defaultValue = "folders",
      description =
          "folders, hsface-lmdb, vec2face-lmdb, recordio or list (default: ${DEFAULT-VALUE})")
  private String format = "folders";

  @Option(
      names = "--states",
      split = ",",
      defaultValue = "KEPT",
      description = "${COMPLETION-CANDIDATES}: the images to take (default: ${DEFAULT-VALUE})")
  private Set<ImageState> states = EnumSet.of(ImageState.KEPT);

  @Option(
      names = "--least",
      paramLabel = "N",
      defaultValue = "1",
      description = "leave out identities with fewer images (default: ${DEFAULT-VALUE})")
  private int least = 1;

  @Option(names = "--replace", description = "replace an existing target once all is written")
  private boolean replace;

  @Option(names = "--originals", description = "write photographs as imported, not aligned crops")
  private boolean originals;

  @Option(
      names = "--metadata",
      description = "let drawn pictures keep the text that says what drew them")
  private boolean metadata;

  @Option(
      names = "--features",
      paramLabel = "MODEL",
      description = "write the embeddings of this model beside the pictures (vec2face-lmdb)")
  private @Nullable String features;

  @Option(
      names = "--list-root",
      paramLabel = "PATH",
      defaultValue = "",
      description = "put before every path of an ordered list")
  private String listRoot = "";

  @Parameters(paramLabel = "TARGET", description = "the file or folder to be written")
  private Path target = Path.of(".");

  @Override
  public Integer call() throws ProjectException {
    ExportSettings settings =
        new ExportSettings(
            format,
            target.toAbsolutePath().normalize().toString(),
            replace,
            states,
            least,
            originals,
            features,
            listRoot,
            metadata ? true : null);
    try (Session session = project.open(output, Installation.here().noEngines())) {
      JobRecord job =
          new JobRunner(session.jobs(), output)
              .run(ExportJob.NAME, "Exporting to " + target.getFileName(), settings.toJson());
      int code = JobRunner.exitCode(job, true);
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("format", format);
      figures.put("target", settings.target());
      figures.put("failed", job.failed());
      output.result(String.valueOf(job.message()), figures);
      return code;
    }
  }
}
