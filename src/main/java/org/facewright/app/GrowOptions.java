package org.facewright.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.facewright.generation.vec2face.engine.Drawing;
import org.facewright.generation.vec2face.engine.GeneratorUse;
import org.facewright.generation.vec2face.engine.Likeness;
import org.facewright.generation.vec2face.growth.GrowOrder;
import org.facewright.project.Identity;
import org.facewright.project.Origin;
import org.facewright.project.Project;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose variants are grown into a project, and how. */
final class GrowOptions {
  @Mixin private GeneratorOption generator = new GeneratorOption();
  @Mixin private VariantOptions drawn = new VariantOptions();

  @Option(names = "--identities", defaultValue = "0", description = "new ones, from drawn vectors")
  private int identities;

  @Option(
      names = "--centres",
      defaultValue = GrowOrder.PROJECT,
      paramLabel = "NPY",
      description =
          "draw their vectors like these identity centres: a .npy file, project, or normal for"
              + " N(0, 1) as published (${DEFAULT-VALUE})")
  private String centres = GrowOrder.PROJECT;

  @Option(
      names = "--separation",
      defaultValue = "0.3",
      description = "highest cosine of two drawn vectors (${DEFAULT-VALUE})")
  private double separation;

  @Option(
      names = "--reference",
      arity = "1..*",
      paramLabel = "PATH",
      description = "pictures of faces, .npy files of vectors, or one row of one: vectors.npy:17")
  private List<String> references = new ArrayList<>();

  @Option(
      names = "--of",
      arity = "1..*",
      paramLabel = "LABEL",
      description = "identities of the project; variants of synthetic ones join them")
  private List<String> labels = new ArrayList<>();

  @Option(
      names = "--of-origin",
      description = "all identities of an origin, such as SDXL: ${COMPLETION-CANDIDATES}")
  private @Nullable Origin origin;

  @Option(
      names = {"--variants", "--count"},
      defaultValue = "49",
      description = "of each (${DEFAULT-VALUE})")
  private int count;

  @Option(
      names = "--sigma",
      paramLabel = "MIX",
      description =
          "noise on each coordinate: one number, a mix like 0.3:40,0.5:40,0.7:20, or hsface,"
              + " reference, pose (default: hsface for vectors, reference for faces)")
  private @Nullable String sigma;

  @Option(
      names = "--similarity",
      defaultValue = "0.5",
      description =
          "lowest cosine to the reference; others are tried again; -1: any (${DEFAULT-VALUE})")
  private double similarity;

  @Option(
      names = "--compare",
      paramLabel = "WITH",
      description =
          "${COMPLETION-CANDIDATES}: with the vector itself, or with the face drawn from it"
              + " (default: PICTURE for drawn vectors and .npy files, VECTOR for faces)")
  private @Nullable Likeness likeness;

  /** The generator, as it was named. */
  Path generator() {
    return generator.path(Installation.here());
  }

  int count() {
    return count;
  }

  /**
   * The order.
   *
   * @throws IllegalArgumentException if the options make no sense together
   */
  GrowOrder order(Project project) {
    String angle = drawn.angle();
    String embedder = drawn.embedder();
    boolean vectors = identities > 0 || references.stream().anyMatch(References::isVectors);
    String usual = vectors ? "hsface" : "reference";
    Likeness compared = vectors ? Likeness.PICTURE : Likeness.VECTOR;
    Drawing drawing =
        new Drawing(
            count,
            angle != null ? angle : sigma != null ? sigma : usual,
            angle != null,
            similarity,
            drawn.retries(),
            drawn.duplicate(),
            drawn.maskRate(),
            drawn.seed(),
            likeness == null ? compared : likeness,
            drawn.format());
    return new GrowOrder(
        new GeneratorUse(
            absolute(generator()), drawn.precision(), embedder == null ? "" : embedder),
        identities,
        separation,
        centres(),
        references.stream().map(GrowOptions::absolute).toList(),
        labels.stream().map(label -> id(project, label)).toList(),
        origin,
        drawing);
  }

  private String centres() {
    return switch (centres.toLowerCase(Locale.ROOT)) {
      case GrowOrder.PROJECT -> GrowOrder.PROJECT;
      case "normal" -> GrowOrder.NORMAL;
      default -> {
        Path file = Path.of(centres);
        if (!Files.isRegularFile(file)) {
          throw new IllegalArgumentException("There is no file of centres " + file + ".");
        }
        yield absolute(file);
      }
    };
  }

  private static long id(Project project, String label) {
    return project
        .identities()
        .find(label)
        .map(Identity::id)
        .orElseThrow(
            () ->
                new IllegalArgumentException("There is no identity " + label + " in the project."));
  }

  private static String absolute(String place) {
    return absolute(Path.of(place));
  }

  private static String absolute(Path place) {
    return place.toAbsolutePath().normalize().toString();
  }
}
