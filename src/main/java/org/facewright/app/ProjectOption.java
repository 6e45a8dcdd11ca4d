package org.facewright.app;

import java.nio.file.Path;
import org.facewright.project.ProjectException;
import org.facewright.project.Recovery;
import picocli.CommandLine.Option;

/** The project a command works on. */
final class ProjectOption {
  @Option(
      names = {"-p", "--project"},
      required = true,
      paramLabel = "FOLDER",
      description = "the project's folder")
  private Path folder = Path.of(".");

  /** Opens it and tells what had to be repaired. */
  Session open(Output output, WorkEngines engines) throws ProjectException {
    Session session = Session.open(folder, engines);
    session.project().recovery().map(Recovery::sentence).ifPresent(output::note);
    return session;
  }
}
