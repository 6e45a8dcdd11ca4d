package org.facewright.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.facewright.generation.vec2face.GeneratorHome;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.generation.vec2face.attribute.Estimators;
import org.facewright.generation.vec2face.engine.Description;
import org.facewright.generation.vec2face.engine.GeneratorClient;
import org.facewright.generation.vec2face.engine.JudgeFiles;
import org.facewright.generation.vec2face.preview.Judging;
import org.facewright.generation.vec2face.preview.PreviewDesk;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.jobs.JobException;
import org.facewright.jobs.worker.Engine;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.jspecify.annotations.Nullable;

/** What the page that moves vectors needs of the program around it. */
final class Vec2FaceDesk implements PreviewDesk {
  private static final Texts TEXTS = Texts.of(Vec2FaceDesk.class);
  private static final String FOLDER = "generators";
  private static final String QUALITY = "quality.txt";
  private static final String POSE = "pose.txt";
  private static final String NO_POSE = TEXTS.get("vec2face.no-pose");

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
  public Judging judging(Path generator, Description description) {
    Path quality = own(QUALITY);
    Path pose = own(POSE);
    String files = pose == null ? "" : pose.toString();
    String noPose = pose == null ? NO_POSE : "";
    try {
      String recogniser = description.recogniser();
      if (recogniser.isEmpty()) {
        return none(TEXTS.get("vec2face.unsaid"));
      }
      String identity = installation.network(recogniser).toString();
      if (!EstimatorFiles.differentiable(Path.of(identity))) {
        return none(TEXTS.get("vec2face.no-gradients", recogniser));
      }
      if (GeneratorHome.at(generator, null).onnx()) {
        // An ONNX file serves if it is an export of ours.
        var unused = GeneratorHome.at(generator, null).weights();
      }
      JudgeFiles judges =
          new JudgeFiles(identity, quality == null ? identity : quality.toString(), files);
      return new Judging(judges, "", by(quality, recogniser), noPose);
    } catch (CatalogueException | InstallException | Vec2FaceException | IOException e) {
      return none(Told.why(e));
    }
  }

  private static Judging none(String why) {
    return new Judging(new JudgeFiles("", "", ""), why, "", "");
  }

  private static String by(@Nullable Path quality, String recogniser) {
    return quality != null
        ? String.valueOf(quality.getFileName())
        : TEXTS.get("vec2face.no-magface", recogniser);
  }

  private @Nullable Path own(String file) {
    return chosen(file).get().filter(Files::isRegularFile).orElse(null);
  }

  private RememberedFolder chosen(String file) {
    return new RememberedFolder(installation.data().resolve(file), memory.problem());
  }

  @Override
  public void judgeBy(Path file) throws JobException {
    take(file, QUALITY, () -> EstimatorFiles.recogniser(file));
  }

  @Override
  public void turnBy(Path file) throws JobException {
    take(file, POSE, () -> EstimatorFiles.pose(file));
  }

  private interface Reading {
    Estimators.Estimator read() throws IOException;
  }

  private void take(Path file, String where, Reading reading) throws JobException {
    try {
      var unused = reading.read();
    } catch (IOException | UserException e) {
      throw new JobException(String.valueOf(e.getMessage()), e);
    }
    chosen(where).put(file);
  }

  @Override
  public Engine startVec2Face() throws JobException {
    return engines.startVec2Face();
  }
}
