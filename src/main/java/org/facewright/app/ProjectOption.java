package org.facewright.app;

import java.nio.file.Path;
import org.facewright.project.ProjectException;
import org.facewright.project.Recovery;
import org.facewright.project.Viewing;
import picocli.CommandLine.Option;

/** The project a command works on. */
final class ProjectOption {
  @Option(
      names = {"-p", "--project"},
      required = true,
      paramLabel = "FOLDER",
      description = "the project's folder")
  private Path folder = Path.of(".");

  @Option(
      names = "--read-only",
      description =
          "only look: write nothing there, not even a lock (by itself where you may not write)")
  private boolean viewing;

  /** Opens it and tells what had to be repaired, or why nothing can be written. */
  Session open(Output output, WorkEngines engines) throws ProjectException {
    Session session = viewing ? Session.view(folder, engines) : Session.open(folder, engines);
    session.project().viewing().map(Viewing::sentence).ifPresent(output::note);
    session.project().recovery().map(Recovery::sentence).ifPresent(output::note);
    return session;
  }
}
