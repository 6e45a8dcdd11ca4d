package org.facewright.clustering;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;
import org.facewright.vector.TopK;

/**
 * The centres of all identities' kept images, to ask whose a rejected image may be. Immutable,
 * thread-safe; four bytes a value: 10,000 identities of 512 take 20 MB.
 */
public final class KeptCentres {
  private final FloatMatrix directions;

  /** Identity of each row. */
  private final int[] identities;

  private KeptCentres(FloatMatrix directions, int[] identities) {
    this.directions = directions;
    this.identities = identities;
  }

  /**
   * Reads all embeddings once.
   *
   * @param cancelled asked before each identity
   * @throws CancellationException if {@code cancelled} said so
   */
  public static KeptCentres of(
      EmbeddingSource source, CleaningOutcome outcome, BooleanSupplier cancelled) {
    IdentityLayout layout = outcome.layout();
    float[] weights = new float[layout.images()];
    for (int image = 0; image < weights.length; image++) {
      weights[image] = outcome.isKept(image) ? 1 : 0;
    }
    int[] identities =
        IntStream.range(0, layout.identities())
            .filter(k -> outcome.count(k, org.facewright.project.ImageState.KEPT) > 0)
            .toArray();
    int dimension = source.dimension();
    float[] values = new float[Math.multiplyExact(identities.length, dimension)];
    IntStream.range(0, identities.length)
        .parallel()
        .forEach(
            row -> {
              if (cancelled.getAsBoolean()) {
                throw new CancellationException("reading the centres was cancelled");
              }
              IdentityCentre centre = IdentityCentre.of(source, layout, identities[row], weights);
              System.arraycopy(centre.direction(), 0, values, row * dimension, dimension);
            });
    return new KeptCentres(new FloatMatrix(identities.length, dimension, values), identities);
  }

  /**
   * The identities that an image looks most like.
   *
   * @param embedding of any length other than 0
   * @param count at most so many
   * @return best first
   */
  public List<Elsewhere> nearest(float[] embedding, int count) {
    float[] query = embedding.clone();
    if (!Kernels.normalise(query, 0, query.length) || identities.length == 0) {
      return List.of();
    }
    FloatMatrix one = new FloatMatrix(1, query.length, query);
    TopK.Found found = TopK.find(one, directions, Math.min(count, identities.length), () -> false);
    List<Elsewhere> nearest = new ArrayList<>();
    for (int i = 0; i < found.k(); i++) {
      nearest.add(new Elsewhere(identities[found.rows()[i]], found.products()[i]));
    }
    return nearest;
  }
}
