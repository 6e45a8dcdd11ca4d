package org.facewright.assembly;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.facewright.assembly.AssemblyException.Reason;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.Project;
import org.facewright.project.release.DifficultyMeasure;
import org.facewright.project.release.ReleaseOrder;
import org.facewright.project.release.ReleaseRecipe;
import org.facewright.vector.Kernels;

/** How hard the images of the chosen are, on a project's embeddings. */
final class Measurer {
  private final Project project;
  private final ReleaseRecipe recipe;
  private final boolean required;

  Measurer(Project project, ReleaseRecipe recipe) {
    this.project = project;
    this.recipe = recipe;
    required = recipe.order() == ReleaseOrder.MEASURED || recipe.plan().usesDifficulty();
  }

  /** An identity's unit embeddings, row by row, and its centre's direction. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Cloud(List<Long> images, float[] rows, float[] centre) {}

  /** The model that is measured with, if difficulty is measured at all. */
  Optional<String> model() throws IOException, AssemblyException {
    if (recipe.difficulty() == DifficultyMeasure.NONE) {
      return Optional.empty();
    }
    String told = recipe.model();
    List<String> models = project.embeddingModels();
    if (told != null && !models.contains(told)) {
      throw new AssemblyException(
          Reason.NOT_MEASURED, "This project has no embeddings of " + told + "; embed it first.");
    }
    if (models.isEmpty() && required) {
      throw new AssemblyException(
          Reason.NOT_MEASURED,
          "How hard images are is measured on embeddings, and this project has none; embed it"
              + " first.");
    }
    return told != null ? Optional.of(told) : models.stream().findFirst();
  }

  /**
   * Difficulties by image id.
   *
   * @throws AssemblyException if the order or plan needs one that cannot be measured
   */
  Map<Long, Float> measure(List<Candidate> candidates) throws IOException, AssemblyException {
    Optional<String> model = model();
    if (model.isEmpty()) {
      return Map.of();
    }
    EmbeddingSet set =
        project
            .embeddings(model.get())
            .orElseThrow(() -> new IOException("the embeddings of " + model.get() + " are gone"));
    boolean spread = recipe.difficulty() == DifficultyMeasure.SPREAD;
    List<Cloud> clouds = new ArrayList<>();
    Map<Long, Float> difficulty = new HashMap<>();
    long missing = 0;
    for (Candidate candidate : candidates) {
      Cloud cloud = cloud(candidate, set);
      missing += candidate.faces().size() - cloud.images().size();
      if (spread) {
        spread(cloud, set.dim(), difficulty);
      } else {
        clouds.add(cloud);
      }
    }
    if (missing > 0 && required) {
      throw new AssemblyException(
          Reason.NOT_MEASURED,
          "%,d images have no embedding of %s yet, so nobody can say how hard they are; embed the project first."
              .formatted(missing, model.get()));
    }
    return spread ? difficulty : margin(clouds, set.dim());
  }

  private static Cloud cloud(Candidate candidate, EmbeddingSet set) throws IOException {
    int dim = set.dim();
    List<Long> images = new ArrayList<>();
    float[] rows = new float[candidate.faces().size() * dim];
    for (Candidate.Face face : candidate.faces()) {
      int row = set.row(face.image().hash());
      int at = images.size() * dim;
      if (row >= 0) {
        set.copy(row, rows, at);
        if (Kernels.normalise(rows, at, dim)) {
          images.add(face.image().id());
        }
      }
    }
    float[] centre = new float[dim];
    for (int i = 0; i < images.size() * dim; i++) {
      centre[i % dim] += rows[i];
    }
    Kernels.normalise(centre, 0, dim);
    return new Cloud(images, rows, centre);
  }

  private static void spread(Cloud cloud, int dim, Map<Long, Float> difficulty) {
    for (int i = 0; i < cloud.images().size(); i++) {
      float own = Kernels.dot(cloud.rows(), i * dim, cloud.centre(), 0, dim);
      difficulty.put(cloud.images().get(i), 1 - own);
    }
  }

  private static Map<Long, Float> margin(List<Cloud> clouds, int dim) {
    float[] centres = new float[Math.multiplyExact(clouds.size(), dim)];
    for (int i = 0; i < clouds.size(); i++) {
      System.arraycopy(clouds.get(i).centre(), 0, centres, i * dim, dim);
    }
    List<float[]> found =
        IntStream.range(0, clouds.size())
            .parallel()
            .mapToObj(own -> margins(clouds.get(own), own, centres, clouds.size(), dim))
            .toList();
    Map<Long, Float> difficulty = new HashMap<>();
    for (int i = 0; i < clouds.size(); i++) {
      for (int image = 0; image < found.get(i).length; image++) {
        difficulty.put(clouds.get(i).images().get(image), found.get(i)[image]);
      }
    }
    return difficulty;
  }

  /** Cosine to the nearest other centre minus that to the own. */
  private static float[] margins(Cloud cloud, int own, float[] centres, int people, int dim) {
    int images = cloud.images().size();
    float[] products = new float[Math.multiplyExact(images, people)];
    Kernels.products(cloud.rows(), 0, images, centres, 0, people, dim, products);
    float[] margins = new float[images];
    for (int i = 0; i < images; i++) {
      float nearest = -1;
      for (int other = 0; other < people; other++) {
        if (other != own) {
          nearest = Math.max(nearest, products[i * people + other]);
        }
      }
      margins[i] = nearest - products[i * people + own];
    }
    return margins;
  }
}
