package org.facewright.gallery.map;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.facewright.vector.FloatMatrix;
import org.jspecify.annotations.Nullable;

/**
 * One map on its way, in steps of seconds at most where the method allows, so that it can be
 * watched and stopped. One thread.
 */
public final class Mapping {
  /** Components that big sets are reduced to before their neighbours are searched. */
  private static final int COMPONENTS = 50;

  private static final int SEARCHES = 10;
  private static final int ROUNDS = 20;

  private interface Step {
    void run(BooleanSupplier stopping);
  }

  private final MapSettings settings;
  private final MapRows rows;
  private final List<Step> steps = new ArrayList<>();
  private @Nullable FloatMatrix components;
  private @Nullable Neighbours neighbours;
  private @Nullable Umap umap;
  private int[] groups = new int[0];
  private float[] places = new float[0];
  private int placed;

  Mapping(MapSettings settings, MapRows rows) {
    this.settings = settings;
    this.rows = rows;
    steps.add(stopping -> reduce());
    for (int share = 0; share < SEARCHES; share++) {
      int now = share;
      steps.add(stopping -> requireNonNull(neighbours).search(now, SEARCHES, stopping));
    }
    steps.add(stopping -> group());
    switch (settings.method()) {
      case UMAP -> {
        steps.add(stopping -> beginUmap());
        for (int round = 0; round < ROUNDS; round++) {
          int now = round;
          steps.add(stopping -> epochs(now, stopping));
        }
      }
      case TSNE -> steps.add(this::tsne);
      case PCA -> steps.add(stopping -> pca());
    }
  }

  /**
   * @param ids [n] of identities or images
   * @param embeddings [n][d] of length 1
   */
  public static Mapping of(MapSettings settings, long[] ids, FloatMatrix embeddings) {
    return new Mapping(settings, new MapRows(ids, embeddings));
  }

  /** Steps of a map by a method, known before its rows are. */
  static int steps(MapMethod method) {
    return 2 + SEARCHES + (method == MapMethod.UMAP ? 1 + ROUNDS : 1);
  }

  public int steps() {
    return steps.size();
  }

  /**
   * Runs one step; to be called in order.
   *
   * @throws CancellationException if {@code stopping} said so
   */
  public void step(int number, BooleanSupplier stopping) {
    steps.get(number).run(stopping);
  }

  private void reduce() {
    FloatMatrix reduced = Principal.reduce(rows.rows(), COMPONENTS, settings.seed());
    components = reduced;
    neighbours = new Neighbours(rows.rows(), reduced, settings.neighbours());
  }

  private void group() {
    groups = AlikeGroups.of(requireNonNull(neighbours).found(), settings.likeness());
  }

  private void beginUmap() {
    FloatMatrix start = requireNonNull(components);
    FuzzyGraph graph = FuzzyGraph.of(requireNonNull(neighbours).found());
    umap = new Umap(graph, start.values(), start.columns(), settings.seed());
  }

  private void epochs(int round, BooleanSupplier stopping) {
    Umap layout = requireNonNull(umap);
    int from = layout.epochs() * round / ROUNDS;
    int to = layout.epochs() * (round + 1) / ROUNDS;
    for (int epoch = from; epoch < to; epoch++) {
      if (stopping.getAsBoolean()) {
        throw new CancellationException("the map was stopped");
      }
      layout.step();
    }
    places = layout.places();
    placed = rows.ids().length;
  }

  private void tsne(BooleanSupplier stopping) {
    Sample sample = Sample.of(requireNonNull(components), MapMethod.TSNE.most(), settings.seed());
    float[] some = StochasticNeighbours.place(sample.rows(), settings.neighbours() * 2.0, stopping);
    Sample alike = new Sample(rows.rows(), sample.chosen());
    places = alike.spread(some, settings.seed(), stopping);
    placed = sample.chosen().length;
  }

  private void pca() {
    FloatMatrix all = requireNonNull(components);
    places = new float[all.rows() * 2];
    for (int i = 0; i < all.rows(); i++) {
      places[2 * i] = all.values()[i * all.columns()];
      places[2 * i + 1] = all.columns() > 1 ? all.values()[i * all.columns() + 1] : 0;
    }
    placed = all.rows();
  }

  /** The map, after the last step. */
  public FaceMap map() {
    int n = rows.ids().length;
    float[] x = new float[n];
    float[] y = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = places[2 * i];
      y[i] = places[2 * i + 1];
    }
    return new FaceMap(settings, rows.ids(), x, y, groups, placed);
  }
}
