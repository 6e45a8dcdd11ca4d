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
 * @param growth what became of it after cleaning
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
    long decided,
    FunnelGrowth growth) {
  public static final Funnel EMPTY = new Funnel(0, 0, 0, "", 0, 0, 0, 0, 0, FunnelGrowth.NONE);

  /** Counts; takes as long as the database needs. */
  static Funnel read(Project project) throws IOException {
    Identities.Totals totals = project.identities().importedTotals();
    List<String> models = project.embeddingModels();
    String model = models.isEmpty() ? "" : models.getFirst();
    FunnelGrowth growth = FunnelGrowth.read(project);
    long embedded = embedded(project, model, totals.images() + growth.images());
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
        totals.decided(),
        growth);
  }

  /** Copies of a picture share one embedding; while some still lack theirs, at most this many. */
  private static long embedded(Project project, String model, long images) throws IOException {
    long kept = model.isEmpty() ? 0 : project.embeddings(model).map(EmbeddingSet::size).orElse(0);
    return kept == 0 || kept >= images ? kept : Math.min(images, kept + project.images().copies());
  }

  /** Images of imported and made people. */
  long allImages() {
    return images + growth.images();
  }

  /** Images that the cleaning has judged, or a person. */
  long judged() {
    return kept + rejected + ambiguous;
  }
}
