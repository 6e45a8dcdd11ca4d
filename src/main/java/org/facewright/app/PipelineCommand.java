package org.facewright.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facewright.app.pipeline.Pipeline;
import org.facewright.app.pipeline.PipelineConfig;
import org.facewright.app.pipeline.PipelineException;
import org.facewright.app.pipeline.PipelineJson;
import org.facewright.project.ProjectException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code facewright pipeline}: the whole way on the user's data. */
@Command(
    name = "pipeline",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the whole way on your data: import, embed, clean, verdicts, grow, leak check, assemble,"
          + " train, evaluate, report.",
      "The same line goes on where it was stopped. docs/pipeline.md lists what the file can say."
    })
final class PipelineCommand implements Callable<Integer> {
  @Mixin private Output output = new Output();
  @Mixin private EngineOptions engine = new EngineOptions();

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE.json",
      description = "what to start from, and what differs from the usual")
  private Path config = Path.of("pipeline.json");

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "project, result.json and report.html")
  private Path folder = Path.of(".");

  @Override
  public Integer call() throws ProjectException {
    try {
      return run(folder, PipelineJson.read(config), engine, output);
    } catch (PipelineException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Runs or goes on with a pipeline and prints its figures. */
  static int run(Path folder, PipelineConfig config, EngineOptions engine, Output output)
      throws ProjectException {
    try (PipelineShop shop = PipelineShop.open(folder, engine.settings(), output)) {
      Map<String, Object> figures = new Pipeline(folder, config, Version.current()).run(shop);
      output.result("Done: " + folder.resolve("report.html"), figures);
      return ExitCodes.DONE;
    } catch (PipelineException.Stopped e) {
      output.note(String.valueOf(e.getMessage()));
      return ExitCodes.STOPPED;
    } catch (PipelineException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }
}
