package org.facewright.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.facewright.generation.vec2face.engine.GeneratorClient;
import org.facewright.generation.vec2face.preview.PreviewDesk;
import org.facewright.jobs.JobException;
import org.facewright.jobs.worker.Engine;

/** What the page that moves vectors needs of the program around it. */
final class Vec2FaceDesk implements PreviewDesk {
  private static final String FOLDER = "generators";

  private final Installation installation;
  private final RememberedFolder memory;
  private final GeneratorClient.Engines engines;

  Vec2FaceDesk(
      Installation installation, RememberedFolder memory, GeneratorClient.Engines engines) {
    this.installation = installation;
    this.memory = memory;
    this.engines = engines;
  }

  @Override
  public Optional<Path> remembered() {
    return memory.get();
  }

  @Override
  public void remember(Path generator) {
    memory.put(generator);
  }

  /** The user's own, then the one that comes along. */
  @Override
  public List<Path> found() {
    List<Path> found = new ArrayList<>();
    Path own = installation.data().resolve(FOLDER);
    if (Files.isDirectory(own)) {
      try (Stream<Path> folders = Files.list(own)) {
        folders.sorted().filter(Vec2FaceDesk::holdsOne).forEach(found::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    installation.generator().ifPresent(found::add);
    return found;
  }

  private static boolean holdsOne(Path folder) {
    return Files.isRegularFile(folder.resolve("generator.onnx"))
        || Files.isRegularFile(folder.resolve("generator.safetensors"));
  }

  @Override
  public Engine startVec2Face() throws JobException {
    return engines.startVec2Face();
  }
}
