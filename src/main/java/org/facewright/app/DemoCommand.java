package org.facewright.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facewright.app.pipeline.PipelineConfig;
import org.facewright.project.ProjectException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code facewright demo}: the whole way on what comes along. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the whole way on the built-in sample with built-in models and writes a report with"
          + " pictures. Needs no network and no graphics card.",
      "The same line goes on where it was stopped; facewright open DIR/project shows it in the"
          + " window."
    })
final class DemoCommand implements Callable<Integer> {
  @Mixin private Output output = new Output();
  @Mixin private EngineOptions engine = new EngineOptions();

  @Option(
      names = "--output",
      defaultValue = "facewright-demo",
      paramLabel = "DIR",
      description = "project, result.json and report.html (default: ${DEFAULT-VALUE})")
  private Path folder = Path.of("facewright-demo");

  @Option(
      names = "--grow-by",
      defaultValue = "rendered",
      paramLabel = "WAY",
      description =
          "rendered (the 3D face model), or vec2face (the built-in generator) (default:"
              + " ${DEFAULT-VALUE})")
  private String way = "rendered";

  @Option(
      names = "--identities",
      defaultValue = "40",
      paramLabel = "N",
      description = "new people (default: ${DEFAULT-VALUE})")
  private int identities;

  @Option(
      names = "--variants",
      defaultValue = "49",
      paramLabel = "N",
      description = "pictures of each (default: ${DEFAULT-VALUE})")
  private int variants;

  @Option(
      names = "--images",
      defaultValue = "50",
      paramLabel = "N",
      description = "pictures of each identity in the training set (default: ${DEFAULT-VALUE})")
  private int images;

  @Option(
      names = "--epochs",
      defaultValue = "6",
      paramLabel = "N",
      description = "of training, once by curriculum and once shuffled (default: ${DEFAULT-VALUE})")
  private int epochs;

  @Override
  public Integer call() throws ProjectException {
    Path sample =
        Installation.here()
            .sample()
            .orElseThrow(() -> new UserException("The sample set (assets/sample) is not here."))
            .toAbsolutePath()
            .resolveSibling("");
    Map<String, Object> training =
        Map.of(
            "architecture",
            "compact",
            "epochs",
            epochs,
            "precision",
            FastPrecision.here().name(),
            "threads",
            2,
            "heldOut",
            0);
    try {
      PipelineConfig config =
          PipelineConfig.demo(sample, training).grown(way, identities, variants).filled(images);
      return PipelineCommand.run(folder, config, engine, output);
    } catch (IllegalArgumentException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }
}
