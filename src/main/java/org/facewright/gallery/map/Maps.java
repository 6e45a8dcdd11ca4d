package org.facewright.gallery.map;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.facewright.project.Project;
import org.facewright.project.StageRun;

/** The maps that a project keeps. Thread-safe. */
public final class Maps {
  /** What the project calls the stage. */
  public static final String STAGE = "map";

  /** A map that is kept; read by {@link Maps#read}. */
  public record Kept(long run, MapSettings settings, Instant made) {}

  private final Project project;

  public Maps(Project project) {
    this.project = project;
  }

  /** The newest first. */
  public List<Kept> all() {
    return project.runs().all().stream()
        .filter(run -> run.stage().equals(STAGE) && run.finished() != null)
        .filter(run -> Files.exists(file(run.id())))
        .map(Maps::kept)
        .toList()
        .reversed();
  }

  private static Kept kept(StageRun run) {
    return new Kept(run.id(), MapSettings.fromJson(run.settings()), run.started());
  }

  public FaceMap read(Kept map) throws IOException {
    return MapFile.read(file(map.run()));
  }

  Path file(long run) {
    return project.folder().resolve("runs").resolve("map-" + run + ".fwm");
  }
}
