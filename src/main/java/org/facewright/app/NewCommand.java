package org.facewright.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facewright.project.Project;
import org.facewright.project.ProjectException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Makes a project in a new or empty folder.")
final class NewCommand implements Callable<Integer> {
  @Mixin private Output output = new Output();

  @Parameters(paramLabel = "FOLDER", description = "where the project will live")
  private Path folder = Path.of(".");

  @Override
  public Integer call() throws ProjectException {
    try (Project project = Project.create(folder, Version.current())) {
      output.result(
          "Made the project " + project.name() + " in " + folder,
          Map.of("project", folder.toAbsolutePath().toString(), "name", project.name()));
    }
    return ExitCodes.DONE;
  }
}
