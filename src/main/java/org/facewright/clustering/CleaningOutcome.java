package org.facewright.clustering;

import java.util.stream.IntStream;
import org.facewright.project.ImageState;

/**
 * What a policy made of every image of a project: state, reason, the similarity and the threshold
 * behind it. Immutable once {@link Cleaner} hands it out. Nine bytes an image.
 */
public final class CleaningOutcome {
  private static final Reason[] REASONS = Reason.values();

  private final CleaningPolicy policy;
  private final IdentityLayout layout;
  private final byte[] reasons;
  private final float[] similarities;
  private final float[] thresholds;

  CleaningOutcome(CleaningPolicy policy, IdentityLayout layout) {
    this.policy = policy;
    this.layout = layout;
    reasons = new byte[layout.images()];
    similarities = new float[layout.images()];
    thresholds = new float[layout.images()];
  }

  /** Each image is set once, by one thread. */
  void set(int image, Reason reason, float similarity, float threshold) {
    reasons[image] = (byte) reason.ordinal();
    similarities[image] = similarity;
    thresholds[image] = threshold;
  }

  public CleaningPolicy policy() {
    return policy;
  }

  /** Numbering of the images. */
  public IdentityLayout layout() {
    return layout;
  }

  /** Kept, rejected or ambiguous; never unjudged. */
  public ImageState state(int image) {
    return reason(image).state();
  }

  public Reason reason(int image) {
    return REASONS[reasons[image]];
  }

  /** The reason in words, with its figures. */
  public String reasonText(int image) {
    return reason(image).text(similarities[image], thresholds[image]);
  }

  /**
   * Cosine similarity to the centre of the identity's kept cluster, the image itself left out of
   * it; NaN if there is no such centre or no embedding.
   */
  public float similarity(int image) {
    return similarities[image];
  }

  /** The threshold used for the image, in the policy's terms; NaN if none was. */
  public float threshold(int image) {
    return thresholds[image];
  }

  /** Images in a state in the whole project. */
  public int count(ImageState state) {
    return count(state, 0, layout.images());
  }

  /** Images of one identity in a state. */
  public int count(int identity, ImageState state) {
    int first = layout.first(identity);
    return count(state, first, first + layout.size(identity));
  }

  private int count(ImageState state, int first, int end) {
    int count = 0;
    for (int image = first; image < end; image++) {
      count += state(image) == state ? 1 : 0;
    }
    return count;
  }

  /**
   * Identities that keep fewer images than wanted; the paper replaces those below 10.
   *
   * @return numbers of identities, ascending; those that never had an image included
   */
  public int[] identitiesBelow(int kept) {
    return IntStream.range(0, layout.identities())
        .filter(identity -> count(identity, ImageState.KEPT) < kept)
        .toArray();
  }
}
