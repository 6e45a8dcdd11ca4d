package org.facewright.verdict.fusion;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who said what of which image, and what a person said. A byte a vote: a million images with six
 * experts take seven megabytes. To be filled by one thread, then read by any.
 */
public final class VoteTable {
  private static final byte NONE = -1;
  private static final VoteLevel[] LEVELS = VoteLevel.values();

  private final List<Expert> experts;
  private final int images;
  private final byte[] votes;
  private final byte[] truth;

  /**
   * @param images how many; they are known by their place, 0 to {@code images - 1}
   */
  public VoteTable(List<Expert> experts, int images) {
    this.experts = List.copyOf(experts);
    this.images = images;
    this.votes = new byte[Math.multiplyExact(images, experts.size())];
    this.truth = new byte[images];
    Arrays.fill(votes, NONE);
    Arrays.fill(truth, NONE);
  }

  public List<Expert> experts() {
    return experts;
  }

  public int images() {
    return images;
  }

  /** An expert's vote on an image; the last one counts, null takes it back. */
  public void vote(int image, int expert, @Nullable VoteLevel level) {
    votes[image * experts.size() + expert] = level == null ? NONE : (byte) level.ordinal();
  }

  /** A person's word on an image: final for it, and what the experts are measured by. */
  public void person(int image, boolean bad) {
    truth[image] = (byte) (bad ? 1 : 0);
  }

  public @Nullable VoteLevel vote(int image, int expert) {
    byte level = votes[image * experts.size() + expert];
    return level == NONE ? null : LEVELS[level];
  }

  /** 0 good, 1 bad, -1 if no person has spoken. */
  public int person(int image) {
    return truth[image];
  }

  /** The votes on an image as one number: images with the same votes have the same. */
  long pattern(int image) {
    long pattern = 0;
    for (int e = 0; e < experts.size(); e++) {
      pattern = pattern * (LEVELS.length + 1) + votes[image * experts.size() + e] + 1;
    }
    return pattern;
  }

  /** The level an expert voted in a pattern, -1 for none. */
  static int level(long pattern, int expert, int experts) {
    long rest = pattern;
    for (int e = experts - 1; e > expert; e--) {
      rest /= LEVELS.length + 1;
    }
    return (int) (rest % (LEVELS.length + 1)) - 1;
  }
}
