package org.facewright.clustering;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.facewright.vector.Kernels;

/**
 * Builds synthetic identities whose truth is known: every person is a random direction, an image
 * lies around its person's, and some are harder than others.
 */
final class PlantedPeople {
  private final Random random;
  private final int dimension;
  private final List<float[]> rows = new ArrayList<>();
  private final List<Boolean> wrong = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();

  /** Mean and spread from image to image of the cosine to the person's direction. */
  private double likeness = .82;

  private double spread = .08;
  private double scale = 1;

  PlantedPeople(int dimension, long seed) {
    this.dimension = dimension;
    this.random = new Random(seed);
  }

  PlantedPeople likeness(double mean, double deviation) {
    likeness = mean;
    spread = deviation;
    return this;
  }

  PlantedPeople scale(double length) {
    scale = length;
    return this;
  }

  /** A new random person. */
  float[] person() {
    float[] direction = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      direction[i] = (float) random.nextGaussian();
    }
    Kernels.normalise(direction, 0, dimension);
    return direction;
  }

  /** The next identity, empty so far. */
  PlantedPeople identity() {
    sizes.add(0);
    return this;
  }

  /** Images of a person in the last identity. */
  PlantedPeople images(float[] person, int count, boolean areWrong) {
    for (int i = 0; i < count; i++) {
      double like = Math.clamp(likeness + spread * random.nextGaussian(), .05, .99);
      double noise = Math.sqrt((1 - like * like) / dimension);
      float[] row = new float[dimension];
      for (int k = 0; k < dimension; k++) {
        row[k] = (float) (scale * (like * person[k] + noise * random.nextGaussian()));
      }
      row(row, areWrong);
    }
    return this;
  }

  /** Images of as many strangers, each wrong. */
  PlantedPeople strangers(int count) {
    for (int i = 0; i < count; i++) {
      images(person(), 1, true);
    }
    return this;
  }

  /** Images without an embedding. */
  PlantedPeople unreadable(int count) {
    for (int i = 0; i < count; i++) {
      row(new float[dimension], false);
    }
    return this;
  }

  PlantedPeople row(float[] row, boolean isWrong) {
    rows.add(row);
    wrong.add(isWrong);
    sizes.set(sizes.size() - 1, sizes.getLast() + 1);
    return this;
  }

  /**
   * Identities of a random size, a share of each one's images being of other identities' people.
   *
   * @return the identities' people
   */
  List<float[]> noisyIdentities(int count, int least, int most, double share) {
    List<float[]> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      people.add(person());
    }
    for (int i = 0; i < count; i++) {
      int size = least + random.nextInt(most - least + 1);
      int replaced = (int) Math.round(share * size);
      identity().images(people.get(i), size - replaced, false);
      for (int k = 0; k < replaced; k++) {
        int other = (i + 1 + random.nextInt(count - 1)) % count;
        images(people.get(other), 1, true);
      }
    }
    return people;
  }

  boolean wrong(int image) {
    return wrong.get(image);
  }

  int images() {
    return rows.size();
  }

  RowsSource source() {
    float[] all = new float[rows.size() * dimension];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, all, i * dimension, dimension);
    }
    return new RowsSource(all, dimension, sizes.stream().mapToInt(Integer::intValue).toArray());
  }

  CleaningOutcome clean(CleaningPolicy policy, Constraints constraints) {
    RowsSource source = source();
    return new Cleaner(source, source.graph()).clean(policy, constraints, () -> false);
  }

  CleaningOutcome clean(CleaningPolicy policy) {
    return clean(policy, Constraints.none());
  }
}
