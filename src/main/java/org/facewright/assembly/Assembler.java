package org.facewright.assembly;

import java.io.IOException;
import java.util.Optional;
import org.facewright.project.ContentHash;
import org.facewright.project.Project;
import org.facewright.project.ReleaseRecord;
import org.facewright.project.release.Release;
import org.facewright.project.release.ReleaseFolder;
import org.facewright.project.release.ReleaseRecipe;

/** Freezes and opens the releases of a project in plain calls. Thread-safe, one freeze at a time. */
public final class Assembler {
  private static final int BATCH = 512;

  private final Project project;

  public Assembler(Project project) {
    this.project = project;
  }

  /**
   * Freezes the next version of a release and makes it current. One that was killed goes on.
   *
   * @param name letters, digits, dots, dashes, underscores
   * @param person who asks for it
   * @throws AssemblyException if the project cannot fill the recipe; nothing is left behind
   */
  public ReleaseRecord assemble(String name, ReleaseRecipe recipe, String person)
      throws AssemblyException, IOException {
    String request = "call " + ContentHash.of(recipe.toJson().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    try (Freezer freezer = Freezer.open(project, name, recipe, request)) {
      while (freezer.done() < freezer.total()) {
        freezer.advance(Math.min(freezer.done() + BATCH, freezer.total()));
      }
      return freezer.seal(person);
    }
  }

  /**
   * Finds a release.
   *
   * @param text {@code NAME-vN}, or {@code NAME} for its current version
   */
  public Optional<ReleaseRecord> find(String text) {
    return ReleaseFolder.parse(text)
        .map(title -> project.releases().find(title.name(), title.version()))
        .orElseGet(() -> project.releases().current(text));
  }

  /** Opens a release, checked against what was booked; to be closed. */
  public Release open(ReleaseRecord record) throws IOException {
    return Release.open(
        ReleaseFolder.of(project.folder()).of(record.name(), record.version()),
        record.infoHash(),
        project.imageStore());
  }
}
