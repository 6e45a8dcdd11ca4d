package org.facewright.project;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An identity vector that was grown into pictures, and what came of it.
 *
 * @param identity to whom the pictures belong, null while there is none
 * @param kept pictures
 */
public record Growth(long id, Made made, @Nullable Long identity, int kept, Instant at) {
  /**
   * What was asked and drawn.
   *
   * @param run the stage run that drew it; it knows generator and settings
   * @param plan hash of generator and settings
   * @param reference name of the vector, unique within the plan
   * @param parent the identity whose embedding the vector is, null if it is none
   * @param joins whether the pictures become images of the parent instead of a new identity
   * @param wanted pictures
   * @param unlike tries that were not similar enough
   * @param duplicates tries that repeated another picture
   */
  public record Made(
      long run,
      String plan,
      String reference,
      @Nullable Long parent,
      boolean joins,
      int wanted,
      int unlike,
      int duplicates) {
    public Made {
      if (joins && parent == null) {
        throw new IllegalArgumentException("nobody to join");
      }
    }
  }

  /**
   * A picture around the vector.
   *
   * @param number among the pictures of its growth, from 0
   * @param amount of the perturbation: a deviation or degrees, as the run's settings say
   * @param attempt that succeeded, from 0
   * @param seed of vector and mask
   * @param similarity to the reference, NaN if nobody looked
   * @param name of the image
   */
  public record Picture(
      int number,
      double amount,
      int attempt,
      long seed,
      double similarity,
      String name,
      Generation.Stored stored) {}

  /**
   * Where an image comes from.
   *
   * @param picture without its place in the store
   */
  public record Trace(
      Growth growth, int number, double amount, int attempt, long seed, double similarity) {}

  /**
   * What a plan came to.
   *
   * @param references that were drawn
   * @param identities with at least one picture
   */
  public record Totals(int references, int identities, long wanted, long kept) {}

  static List<Picture> checked(List<Picture> pictures, int wanted) {
    if (pictures.size() > wanted) {
      throw new IllegalArgumentException(pictures.size() + " pictures of " + wanted);
    }
    return List.copyOf(pictures);
  }
}
