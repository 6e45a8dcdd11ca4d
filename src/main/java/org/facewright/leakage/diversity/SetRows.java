package org.facewright.leakage.diversity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;

/** Reads the images of a set once, identity by identity: centres, and what happens within each. */
final class SetRows {
  /** For so many identities the whole table of images is not read. */
  private static final int FEW = 1000;

  /** Pictures of a set that are decoded, drawn at random. */
  private static final int LOOKED_AT = 2000;

  private final EmbeddingSet embeddings;
  private final Drawn<FaceImage> drawn;
  private final int dim;
  private final List<float[]> centres = new ArrayList<>();
  private final List<FaceImage> open = new ArrayList<>();
  private final long[] within = new long[SetFigures.BINS];
  private long images;
  private double sumWithin;
  private double sumSpread;
  private int spreads;
  private long duplicates;

  private SetRows(EmbeddingSet embeddings, long seed) {
    this.embeddings = embeddings;
    this.drawn = new Drawn<>(LOOKED_AT, seed);
    this.dim = embeddings.dim();
  }

  /**
   * Reads some identities.
   *
   * @param seed of the pictures that are drawn
   * @throws CancellationException if {@code stopping} said so
   */
  static SetRows read(
      Project project,
      EmbeddingSet embeddings,
      Set<Long> identities,
      long seed,
      BooleanSupplier stopping)
      throws IOException {
    SetRows rows = new SetRows(embeddings, seed);
    try {
      Consumer<FaceImage> taker =
          image -> {
            if (stopping.getAsBoolean()) {
              throw new CancellationException("stopped");
            }
            if (identities.contains(image.identityId())) {
              rows.take(image);
            }
          };
      if (identities.size() <= FEW) {
        identities.stream()
            .sorted()
            .forEach(identity -> project.images().of(identity).forEach(taker));
      } else {
        project.images().forEach(taker);
      }
      rows.settle();
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
    return rows;
  }

  private void take(FaceImage image) {
    if (!open.isEmpty() && open.getFirst().identityId() != image.identityId()) {
      settle();
    }
    if (image.state() != ImageState.REJECTED) {
      open.add(image);
      drawn.take(image);
    }
  }

  private void settle() {
    float[] rows = new float[open.size() * dim];
    int count = 0;
    try {
      for (FaceImage image : open) {
        int at = embeddings.row(image.hash());
        if (at >= 0) {
          embeddings.copy(at, rows, count * dim);
          count += Kernels.normalise(rows, count * dim, dim) ? 1 : 0;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.clear();
    if (count > 0) {
      measure(rows, count);
    }
  }

  private void measure(float[] rows, int count) {
    float[] centre = new float[dim];
    double[] sum = new double[dim];
    for (int i = 0; i < count * dim; i++) {
      sum[i % dim] += rows[i];
    }
    for (int i = 0; i < dim; i++) {
      centre[i] = (float) sum[i];
    }
    if (!Kernels.normalise(centre, 0, dim)) {
      return;
    }
    centres.add(centre);
    images += count;
    for (int row = 0; row < count; row++) {
      float cosine = Kernels.exactDot(rows, row * dim, centre, 0, dim);
      within[SetFigures.bin(cosine)]++;
      sumWithin += cosine;
    }
    if (count > 1) {
      float[] pairs = new float[Math.toIntExact(Kernels.pairCount(count))];
      Kernels.pairs(rows, 0, count, dim, pairs);
      double total = 0;
      for (float pair : pairs) {
        total += pair;
        duplicates += pair > SetFigures.DUPLICATE ? 1 : 0;
      }
      sumSpread += total / pairs.length;
      spreads++;
    }
  }

  /** The centres, each of length 1. */
  FloatMatrix centres() {
    float[] values = new float[Math.multiplyExact(centres.size(), dim)];
    for (int i = 0; i < centres.size(); i++) {
      System.arraycopy(centres.get(i), 0, values, i * dim, dim);
    }
    return new FloatMatrix(centres.size(), dim, values);
  }

  /** Some of the pictures that are not rejected. */
  List<FaceImage> drawn() {
    return drawn.all();
  }

  long images() {
    return images;
  }

  long[] within() {
    return within.clone();
  }

  double meanWithin() {
    return images == 0 ? Double.NaN : sumWithin / images;
  }

  double spread() {
    return spreads == 0 ? Double.NaN : sumSpread / spreads;
  }

  long duplicates() {
    return duplicates;
  }
}
