package org.facewright.clustering;

import java.util.BitSet;

/**
 * What people decided, as must-link and cannot-link: a kept image shows its identity's main person
 * and is linked to all other kept ones; a rejected image shows somebody else and is linked to none
 * of them. An image that a person moved to another identity is one of that identity's kept images.
 *
 * <p>Every policy leaves decided images as decided and lets them steer the others. Images are
 * numbered by {@link IdentityLayout}. Immutable.
 */
public final class Constraints {
  private static final Constraints NONE = new Constraints(new BitSet(), new BitSet());

  private final BitSet kept;
  private final BitSet rejected;

  /**
   * @throws IllegalArgumentException if an image is in both sets
   */
  public Constraints(BitSet kept, BitSet rejected) {
    if (kept.intersects(rejected)) {
      throw new IllegalArgumentException("an image cannot be both kept and rejected by a person");
    }
    this.kept = (BitSet) kept.clone();
    this.rejected = (BitSet) rejected.clone();
  }

  /** Nobody has decided anything. */
  public static Constraints none() {
    return NONE;
  }

  public boolean kept(int image) {
    return kept.get(image);
  }

  public boolean rejected(int image) {
    return rejected.get(image);
  }

  public boolean decided(int image) {
    return kept(image) || rejected(image);
  }

  /** Whether people rejected an image numbered from {@code first} to before {@code end}. */
  boolean anyRejected(int first, int end) {
    int next = rejected.nextSetBit(first);
    return next >= 0 && next < end;
  }
}
