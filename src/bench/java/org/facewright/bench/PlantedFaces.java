package org.facewright.bench;

import java.util.SplittableRandom;
import org.facewright.clustering.EmbeddingSource;

/**
 * Synthetic embeddings of any number of identities, made anew on each read from a seed: images lie
 * around their person's direction, and a share of each identity's images shows somebody else.
 *
 * @param identities number of identities
 * @param size images each
 * @param dimension values each
 * @param mislabeled share of images that show another identity's person
 * @param likeness cosine of an image to its person's direction, about the square root of the mean
 *     similarity of two images of one person
 * @param spread standard deviation of that cosine from image to image: how many hard pictures there
 *     are
 * @param seed of everything
 */
record PlantedFaces(
    int identities,
    int size,
    int dimension,
    double mislabeled,
    double likeness,
    double spread,
    long seed)
    implements EmbeddingSource {

  @Override
  public int size(int identity) {
    return size;
  }

  @Override
  public void copy(int identity, float[] target) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + identity);
    float[] own = person(identity);
    for (int i = 0; i < size; i++) {
      boolean wrong = i > 0 && random.nextDouble() < mislabeled;
      float[] shown = wrong ? person(random.nextInt(identities)) : own;
      double like = Math.clamp(likeness + spread * gaussian(random.nextLong()), 0, .98);
      double noise = Math.sqrt((1 - like * like) / dimension);
      for (int k = 0; k < dimension; k++) {
        target[i * dimension + k] = (float) (like * shown[k] + noise * gaussian(random.nextLong()));
      }
    }
  }

  private float[] person(int identity) {
    SplittableRandom random = new SplittableRandom(~seed * 1_000_003 + identity);
    float[] direction = new float[dimension];
    for (int k = 0; k < dimension; k++) {
      direction[k] = (float) (gaussian(random.nextLong()) / Math.sqrt(dimension));
    }
    return direction;
  }

  /** A sum of four uniform numbers: near enough to normal, and quick. */
  private static double gaussian(long bits) {
    long sum = (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
    return (sum - 2 * 65535.0) / 65536 * Math.sqrt(3);
  }
}
