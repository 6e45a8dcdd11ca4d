package org.facewright.leakage.diversity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import org.facewright.inference.nearest.Nearest;
import org.facewright.inference.nearest.ScreenException;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.FaceAttributes;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.Project;
import org.facewright.vector.FloatMatrix;

/** Measures sets of identities of a project, such as the synthetic ones beside the real ones. */
public final class Diversity {
  /** Pairs of centres that are all looked at; beyond, as many are drawn. */
  public static final long PAIRS = 5_000_000;

  private final Project project;
  private final EmbeddingSet embeddings;
  private final long seed;

  /**
   * @param model whose embeddings are compared
   * @param seed of the sample, where there are too many pairs
   * @throws IOException if the project has no embeddings of the model
   */
  public Diversity(Project project, String model, long seed) throws IOException {
    this.project = project;
    this.seed = seed;
    embeddings =
        project
            .embeddings(model)
            .orElseThrow(
                () ->
                    new IOException(
                        "This project has no embeddings of " + model + "; embed first."));
  }

  /** The real and the synthetic people that have embeddings, the real ones first. */
  public List<SetFigures> realAndSynthetic(BooleanSupplier stopping) throws IOException {
    List<SetFigures> sets = new ArrayList<>();
    for (boolean synthetic : new boolean[] {false, true}) {
      Set<Long> some =
          project.identities().all().stream()
              .filter(identity -> identity.origin().synthetic() == synthetic)
              .map(Identity::id)
              .collect(java.util.stream.Collectors.toSet());
      if (!some.isEmpty()) {
        SetFigures figures = of(synthetic ? "synthetic" : "real", some, stopping);
        if (figures.identities() > 0) {
          sets.add(figures);
        }
      }
    }
    return sets;
  }

  /**
   * Measures some identities; images that are rejected do not count.
   *
   * @throws java.util.concurrent.CancellationException if {@code stopping} said so
   */
  public SetFigures of(String name, Set<Long> identities, BooleanSupplier stopping)
      throws IOException {
    SetRows rows = SetRows.read(project, embeddings, identities, seed, stopping);
    FloatMatrix centres = rows.centres();
    CentrePairs pairs = new CentrePairs(centres);
    pairs.compare(PAIRS, seed);
    Nearest nearest;
    try {
      nearest = pairs.nearest();
    } catch (ScreenException e) {
      throw new IOException(e.getMessage(), e);
    }
    long[] highest = new long[SetFigures.BINS];
    int twins = 0;
    long like = 0;
    for (int row = 0; row < centres.rows(); row++) {
      float other = CentrePairs.other(nearest, row);
      if (!Float.isNaN(other)) {
        highest[SetFigures.bin(other)]++;
      }
      // Itself is among those above the limits.
      twins += nearest.above()[1][row] > 1 ? 1 : 0;
      like += nearest.above()[0][row];
    }
    return new SetFigures(
        name,
        centres.rows(),
        rows.images(),
        pairs.compared(),
        pairs.sampled(),
        pairs.between(),
        pairs.mean(),
        pairs.similarShare(),
        highest,
        twins,
        rows.within(),
        rows.meanWithin(),
        rows.spread(),
        rows.duplicates(),
        like == 0 ? 0 : (double) centres.rows() * centres.rows() / like,
        pairs.effectiveDimensions(),
        coverage(identities, rows.drawn(), stopping));
  }

  private List<SetFigures.Coverage> coverage(
      Set<Long> identities, List<FaceImage> drawn, BooleanSupplier stopping) {
    List<SetFigures.Coverage> all = new ArrayList<>(attributes(identities));
    all.addAll(new PictureQuality(project).of(drawn, stopping));
    return all;
  }

  private List<SetFigures.Coverage> attributes(Set<Long> identities) {
    if (project.faces().attributeCount() == 0) {
      return List.of();
    }
    List<FaceAttributes> all = new ArrayList<>();
    identities.forEach(identity -> all.addAll(project.faces().attributesOf(identity)));
    if (all.isEmpty()) {
      return List.of();
    }
    return List.of(
        spread(all, "yaw", -90, 90, 12, FaceAttributes::yaw),
        spread(all, "pitch", -60, 60, 8, FaceAttributes::pitch),
        spread(all, "age", 0, 100, 10, FaceAttributes::age),
        spread(all, "female", 0, 1, 2, FaceAttributes::female));
  }

  private static SetFigures.Coverage spread(
      List<FaceAttributes> all,
      String attribute,
      double low,
      double high,
      int bins,
      ToDoubleFunction<FaceAttributes> value) {
    List<Double> values = new ArrayList<>();
    all.forEach(one -> values.add(value.applyAsDouble(one)));
    return SetFigures.Coverage.of(attribute, values, low, high, bins);
  }

  /** The figures as CSV: one line a figure, one column a set. */
  public static String csv(List<SetFigures> sets) {
    StringBuilder text = new StringBuilder("figure");
    sets.forEach(set -> text.append(',').append(set.name()));
    text.append('\n');
    line(text, sets, "identities", SetFigures::identities);
    line(text, sets, "images", SetFigures::images);
    line(text, sets, "pairs_compared", SetFigures::pairs);
    line(text, sets, "pairs_sampled", set -> set.sampled() ? 1 : 0);
    line(text, sets, "mean_between", SetFigures::meanBetween);
    line(text, sets, "share_of_pairs_above_0.5", SetFigures::similarShare);
    line(text, sets, "identities_with_a_twin_above_0.7", SetFigures::twins);
    line(text, sets, "mean_to_centre", SetFigures::meanWithin);
    line(text, sets, "mean_within", SetFigures::spread);
    line(text, sets, "near_duplicate_pairs", SetFigures::nearDuplicates);
    line(text, sets, "effective_identities", SetFigures::effectiveIdentities);
    line(text, sets, "effective_dimensions", SetFigures::effectiveDimensions);
    for (int bin = 0; bin < SetFigures.BINS; bin++) {
      int at = bin;
      String from = String.format(Locale.ROOT, "%.2f", -1 + 2.0 * bin / SetFigures.BINS);
      line(text, sets, "between_from_" + from, set -> set.between()[at]);
      line(text, sets, "nearest_from_" + from, set -> set.nearest()[at]);
      line(text, sets, "within_from_" + from, set -> set.within()[at]);
    }
    return text.toString();
  }

  private static void line(
      StringBuilder text, List<SetFigures> sets, String name, ToDoubleFunction<SetFigures> value) {
    text.append(name);
    for (SetFigures set : sets) {
      double at = value.applyAsDouble(set);
      text.append(',').append(at == Math.rint(at) ? Long.toString((long) at) : Double.toString(at));
    }
    text.append('\n');
  }
}
