package org.facewright.generation.vec2face.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facewright.generation.vec2face.IdentityVectors;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.generation.vec2face.engine.Description;
import org.facewright.generation.vec2face.engine.GeneratorClient;
import org.facewright.generation.vec2face.engine.SampleWish;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.project.Identity;
import org.facewright.project.Project;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Npy;

/** Finds the references of an order. Vectors that had to be sampled are sampled once for it. */
final class Targets {
  private static final String VECTORS = "vectors.npy";
  private static final String CENTRES = "centres.npy";

  private final Project project;
  private final GrowOrder order;
  private final Description generator;

  Targets(Project project, GrowOrder order, Description generator) {
    this.project = project;
    this.order = order;
    this.generator = generator;
  }

  /** All of them, without repetitions, in an order that depends on the order only. */
  List<Target> all(GeneratorClient client, JobControl control) throws JobException {
    Map<String, Target> found = new LinkedHashMap<>();
    try {
      for (String place : order.places()) {
        places(place).forEach(target -> found.putIfAbsent(target.name(), target));
      }
      people(client).forEach(target -> found.putIfAbsent(target.name(), target));
      if (order.sampled() > 0) {
        rows("sampled", sampled(client, control), order.drawing().seed())
            .forEach(target -> found.putIfAbsent(target.name(), target));
      }
    } catch (IOException | Vec2FaceException e) {
      throw new JobException(String.valueOf(e.getMessage()), e);
    }
    return List.copyOf(found.values());
  }

  private List<Target> places(String text) throws IOException, Vec2FaceException {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean whole = lower.endsWith(".npy");
    if (!whole && !lower.matches(".*\\.npy:\\d+")) {
      Path photo = Path.of(text);
      if (!Files.isRegularFile(photo)) {
        throw new Vec2FaceException("There is no picture " + photo + ".");
      }
      return List.of(Target.of(photo, Files.readAllBytes(photo)));
    }
    int colon = text.lastIndexOf(':');
    Path file = Path.of(whole ? text : text.substring(0, colon));
    FloatMatrix rows = IdentityVectors.read(file, generator.features());
    String name = stem(file);
    if (whole) {
      return rows(name, rows, 0);
    }
    int row = Integer.parseInt(text.substring(colon + 1));
    if (row >= rows.rows()) {
      throw new Vec2FaceException(file + " has " + rows.rows() + " rows, no row " + row + ".");
    }
    return List.of(Target.of("%s-%06d".formatted(name, row), sized(rows).row(row)));
  }

  private List<Target> rows(String name, FloatMatrix rows, long seed) {
    FloatMatrix sized = sized(rows);
    List<Target> targets = new ArrayList<>(rows.rows());
    String start = seed == 0 ? name : name + "-" + seed;
    for (int row = 0; row < rows.rows(); row++) {
      targets.add(Target.of("%s-%06d".formatted(start, row), sized.row(row)));
    }
    return targets;
  }

  private FloatMatrix sized(FloatMatrix rows) {
    return generator.vectorNorm() > 0 ? IdentityVectors.scaled(rows, generator.vectorNorm()) : rows;
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.lastIndexOf('.'));
  }

  private List<Target> people(GeneratorClient client) throws IOException, JobException {
    Set<Long> ids = new LinkedHashSet<>(order.people());
    if (order.origin() != null) {
      project.identities().all().stream()
          .filter(each -> each.origin() == order.origin())
          .forEach(each -> ids.add(each.id()));
    }
    if (ids.isEmpty()) {
      return List.of();
    }
    Optional<ProjectCentres> known = known();
    CropCentres crops = new CropCentres(project, client, generator);
    List<Target> targets = new ArrayList<>();
    for (long id : ids) {
      Identity identity =
          project
              .identities()
              .find(id)
              .orElseThrow(() -> new JobException("There is no identity " + id + " any more."));
      Optional<float[]> centre = known.isPresent() ? known.get().of(id) : Optional.empty();
      if (centre.isEmpty() && !generator.recogniser().isEmpty()) {
        centre = crops.of(id);
      }
      if (centre.isEmpty()) {
        throw new JobException(
            generator.recogniser().isEmpty()
                ? "Nobody says which recogniser's embeddings the generator takes."
                : "%s has no embedding by %s: embed the project first."
                    .formatted(identity.label(), generator.recogniser()));
      }
      targets.add(
          new Target(
              "identity %d".formatted(id), centre.get(), null, id, identity.origin().synthetic()));
    }
    return targets;
  }

  private ProjectCentres centres() throws IOException, JobException {
    return known()
        .orElseThrow(
            () ->
                new JobException(
                    generator.recogniser().isEmpty()
                        ? "Nobody says which recogniser's embeddings the generator takes."
                        : "The generator takes embeddings by %s: embed the project with it first."
                            .formatted(generator.recogniser())));
  }

  /** Those that were embedded already; empty where nothing was. */
  private Optional<ProjectCentres> known() throws IOException, JobException {
    Optional<ProjectCentres> centres =
        ProjectCentres.of(project, generator.recogniser(), generator.lengthOfEmbeddings());
    if (centres.isPresent() && centres.get().dim() != generator.features()) {
      throw new JobException(
          "%s gives %d numbers, but the generator takes %d."
              .formatted(generator.recogniser(), centres.get().dim(), generator.features()));
    }
    return centres;
  }

  /** Drawn once, then kept beside the project: its centres may be others by the next start. */
  private FloatMatrix sampled(GeneratorClient client, JobControl control)
      throws IOException, JobException, Vec2FaceException {
    Path folder = project.folder().resolve("runs").resolve("grow-" + order.key());
    Path vectors = folder.resolve(VECTORS);
    if (!Files.isRegularFile(vectors)) {
      Files.createDirectories(folder);
      control.log("sampling %,d vectors".formatted(order.sampled()));
      client.sample(
          new SampleWish(
              vectors.toAbsolutePath().toString(),
              order.sampled(),
              centresFile(folder),
              order.separation(),
              order.drawing().seed()),
          control::stopping);
      if (control.stopping()) {
        // Nobody asks for targets any more; the next start samples, or finds what was sampled.
        return new FloatMatrix(0, generator.features(), new float[0]);
      }
    }
    return IdentityVectors.read(vectors, generator.features());
  }

  private String centresFile(Path folder) throws IOException, JobException {
    if (!order.centres().equals(GrowOrder.PROJECT)) {
      return order.centres();
    }
    FloatMatrix rows = centres().all();
    if (rows.rows() < 2) {
      throw new JobException(
          "Fewer than two identities have embeddings by %s: embed the project first."
              .formatted(generator.recogniser()));
    }
    Path file = folder.resolve(CENTRES);
    Npy.write(file, rows);
    return file.toAbsolutePath().toString();
  }
}
