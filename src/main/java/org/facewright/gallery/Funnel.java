package org.facewright.gallery;

import java.io.IOException;
import java.util.List;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.Identities;
import org.facewright.project.Project;
import org.facewright.project.Source;

/**
 * How far a project has come, in numbers.
 *
 * @param unreadable items of the sources that could not be read
 * @param model whose embeddings are counted, empty before there are any
 * @param embedded images with an embedding
 * @param decided images a person has spoken about
 */
public record Funnel(
    long identities,
    long images,
    long unreadable,
    String model,
    long embedded,
    long kept,
    long rejected,
    long ambiguous,
    long decided) {
  public static final Funnel EMPTY = new Funnel(0, 0, 0, "", 0, 0, 0, 0, 0);

  /** Counts; takes as long as the database needs. */
  static Funnel read(Project project) throws IOException {
    Identities.Totals totals = project.identities().totals();
    List<String> models = project.embeddingModels();
    String model = models.isEmpty() ? "" : models.getFirst();
    long embedded =
        model.isEmpty() ? 0 : project.embeddings(model).map(EmbeddingSet::size).orElse(0);
    long unreadable = 0;
    for (Source source : project.sources().all()) {
      unreadable += project.sources().totals(source.id()).unreadable();
    }
    return new Funnel(
        totals.identities(),
        totals.images(),
        unreadable,
        model,
        embedded,
        totals.kept(),
        totals.rejected(),
        totals.ambiguous(),
        totals.decided());
  }

  /** False for {@link #EMPTY}, which nobody has counted yet. */
  boolean counted() {
    return this != EMPTY;
  }

  /** Images that the cleaning has judged, or a person. */
  long judged() {
    return kept + rejected + ambiguous;
  }
}
