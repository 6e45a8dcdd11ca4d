package org.facewright.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    description = {
      "Opens the window; with the project in a folder, or with the questions in a bundle that",
      "somebody sent you: answers are kept and handed back as a file beside it."
    })
final class OpenCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      description = "the project's folder, or a bundle made by: facewright review export")
  private @Nullable Path path;

  @Option(names = "--read-only", description = "only look: write nothing into the project")
  private boolean viewing;

  @Override
  public Integer call() {
    new WindowStart(path, viewing).run();
    return ExitCodes.DONE;
  }
}
