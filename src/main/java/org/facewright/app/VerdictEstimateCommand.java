package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facewright.project.ProjectException;
import org.facewright.verdict.run.Estimate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "estimate",
    mixinStandardHelpOptions = true,
    description = "What a run would ask, cost and send. Sends nothing.")
final class VerdictEstimateCommand implements Callable<Integer> {
  @Mixin private Output output = new Output();
  @Mixin private ProjectOption project = new ProjectOption();
  @Mixin private VerdictOptions options = new VerdictOptions();

  @Option(names = "--batch", description = "at the batch API's price")
  private boolean batch;

  @Option(
      names = "--sheets",
      paramLabel = "DIR",
      description = "write the sheets there, exactly as the model would see them")
  private @Nullable Path sheets;

  @Override
  public Integer call() throws ProjectException, IOException {
    try (Session session = project.open(output, Installation.here().noEngines())) {
      VerdictRunner runner = new VerdictRunner(session, output, options.settings());
      Estimate estimate = runner.estimate(batch);
      if (sheets != null) {
        write(runner, sheets);
      }
      output.note(runner.plan().consentText(estimate));
      output.result(VerdictAsking.sentence(estimate, options), runner.figures(estimate));
      return ExitCodes.DONE;
    } catch (IllegalArgumentException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void write(VerdictRunner runner, Path folder) throws IOException {
    Files.createDirectories(folder);
    var plan = runner.plan();
    for (var sheet : plan.sheets()) {
      var drawn = plan.draw(sheet);
      String ending = drawn.mediaType().endsWith("png") ? ".png" : ".jpg";
      Files.write(folder.resolve(drawn.hash() + ending), drawn.bytes());
    }
  }
}
