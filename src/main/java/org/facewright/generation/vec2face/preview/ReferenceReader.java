package org.facewright.generation.vec2face.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.facewright.generation.vec2face.IdentityVectors;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.generation.vec2face.engine.Description;
import org.facewright.generation.vec2face.growth.ProjectCentres;
import org.facewright.generation.vec2face.identity.CentreGaussian;
import org.facewright.generation.vec2face.identity.VectorSource;
import org.facewright.generation.vec2face.preview.PreviewReference.Kind;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.RgbImage;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.vector.FloatMatrix;
import org.jspecify.annotations.Nullable;

/** Finds references for one generator, in the project and in files. One thread. */
final class ReferenceReader {
  private static final int ENOUGH = 8;

  private final Project project;
  private final Description generator;
  private final Path learnt;
  private @Nullable FloatMatrix centres;

  /**
   * @param learnt centres of the people that the generator learnt, if the file is there
   */
  ReferenceReader(Project project, Description generator, Path learnt) {
    this.project = project;
    this.generator = generator;
    this.learnt = learnt;
  }

  /** Centres of the project's identities; no rows where nobody was embedded. */
  FloatMatrix centres() throws IOException {
    FloatMatrix ready = centres;
    if (ready == null) {
      Optional<ProjectCentres> found = projectCentres();
      ready =
          found.isPresent()
              ? found.get().all()
              : new FloatMatrix(0, generator.features(), new float[0]);
      centres = ready;
    }
    return ready;
  }

  private Optional<ProjectCentres> projectCentres() throws IOException {
    return ProjectCentres.of(project, generator.recogniser(), generator.lengthOfEmbeddings())
        .filter(found -> found.dim() == generator.features());
  }

  /**
   * A vector that lies as the project's centres do; where there are few, as those do that the
   * generator learnt; else from N(0, 1).
   */
  PreviewReference sampled(long seed, String name) throws IOException, Vec2FaceException {
    FloatMatrix known = centres();
    if (known.rows() < ENOUGH && Files.exists(learnt)) {
      known = IdentityVectors.read(learnt, generator.features());
    }
    VectorSource source =
        known.rows() >= ENOUGH
            ? new CentreGaussian(known, seed)
            : new VectorSource.Gaussian(generator.features(), seed);
    return new PreviewReference(Kind.SAMPLED, name, sized(source.rows(0, 1)).row(0), null, null);
  }

  PreviewReference row(Path file, int row, String name) throws IOException, Vec2FaceException {
    FloatMatrix rows = IdentityVectors.read(file, generator.features());
    if (row < 0 || row >= rows.rows()) {
      throw new Vec2FaceException(
          "%s has %d rows, counted from 0: no row %d."
              .formatted(file.getFileName(), rows.rows(), row));
    }
    return new PreviewReference(Kind.VECTOR, name, sized(rows).row(row), null, null);
  }

  private FloatMatrix sized(FloatMatrix rows) {
    return generator.vectorNorm() > 0 ? IdentityVectors.scaled(rows, generator.vectorNorm()) : rows;
  }

  PreviewReference identity(String label) throws IOException, Vec2FaceException {
    Identity identity =
        project
            .identities()
            .find(label)
            .orElseThrow(
                () -> new Vec2FaceException("There is no identity " + label + " in the project."));
    ProjectCentres found =
        projectCentres()
            .orElseThrow(
                () ->
                    new Vec2FaceException(
                        generator.recogniser().isEmpty()
                            ? "Nobody says which recogniser's embeddings the generator takes."
                            : "The generator takes embeddings by %s: embed the project with it first."
                                .formatted(generator.recogniser())));
    float[] centre =
        found
            .of(identity.id())
            .orElseThrow(
                () ->
                    new Vec2FaceException(
                        "%s has no embedding by %s.".formatted(label, generator.recogniser())));
    return new PreviewReference(Kind.IDENTITY, label, centre, face(identity), identity.id());
  }

  /** Some label, for who wants just anybody. */
  Optional<String> anybody(long seed) {
    List<Identity> all = project.identities().all();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.get((int) Math.floorMod(seed, (long) all.size())).label());
  }

  private @Nullable RgbImage face(Identity identity) throws IOException {
    for (FaceImage image : project.images().of(identity.id())) {
      if (image.state() != ImageState.REJECTED && image.location().exists()) {
        try {
          return new ImageDecoder().decode(project.face(image));
        } catch (ImageException e) {
          return null;
        }
      }
    }
    return null;
  }
}
