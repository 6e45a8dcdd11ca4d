package org.facewright.clustering;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.facewright.project.ImageState;

/**
 * What a policy made of every image of a project: state, reason, and the figures behind it.
 * Immutable once {@link Cleaner} hands it out. Ten bytes an image, fourteen under the policy that
 * estimates chances.
 */
@SuppressWarnings("EnumOrdinal") // In memory only: a byte an image instead of a reference.
public final class CleaningOutcome {
  private static final ImageState[] STATES = ImageState.values();
  private static final Reason[] REASONS = Reason.values();

  private final CleaningPolicy policy;
  private final IdentityLayout layout;
  private final byte[] states;
  private final byte[] reasons;
  private final float[] similarities;
  private final float[] thresholds;
  private final float[] chances;
  private Map<Integer, Elsewhere> elsewhere = Map.of();

  CleaningOutcome(CleaningPolicy policy, IdentityLayout layout) {
    this.policy = policy;
    this.layout = layout;
    states = new byte[layout.images()];
    reasons = new byte[layout.images()];
    similarities = new float[layout.images()];
    thresholds = new float[layout.images()];
    chances = new float[policy instanceof DefaultPolicy ? layout.images() : 0];
  }

  /** Each image is set once, by one thread. */
  void set(int image, Judgement judgement) {
    states[image] = (byte) judgement.state().ordinal();
    reasons[image] = (byte) judgement.reason().ordinal();
    similarities[image] = judgement.similarity();
    thresholds[image] = judgement.threshold();
    if (chances.length > 0) {
      chances[image] = judgement.chance();
    }
  }

  void setElsewhere(Map<Integer, Elsewhere> found) {
    elsewhere = Map.copyOf(found);
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
    return STATES[states[image]];
  }

  public boolean isKept(int image) {
    return states[image] == ImageState.KEPT.ordinal();
  }

  public Reason reason(int image) {
    return REASONS[reasons[image]];
  }

  /** The reason in words, with its figures: one plain clause. */
  public String reasonText(int image) {
    return reason(image).text(similarities[image], thresholds[image], chance(image));
  }

  /**
   * Cosine similarity to the centre of the identity's kept images, the image itself left out of it;
   * NaN if there is no such centre or no embedding.
   */
  public float similarity(int image) {
    return similarities[image];
  }

  /**
   * The threshold used: under policies that cut the similarity of neighbours, under the default
   * policy the {@link #similarity} from which such an image is kept. NaN if none was.
   */
  public float threshold(int image) {
    return thresholds[image];
  }

  /** Chance that the label is right, 0..1; NaN under policies that estimate none. */
  public float chance(int image) {
    return chances.length > 0 ? chances[image] : Float.NaN;
  }

  /** The other identity that a doubtful image looks most like, if the policy compared it. */
  public Optional<Elsewhere> elsewhere(int image) {
    return Optional.ofNullable(elsewhere.get(image));
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
      count += states[image] == state.ordinal() ? 1 : 0;
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
