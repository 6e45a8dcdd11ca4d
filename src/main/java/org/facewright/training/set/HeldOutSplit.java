package org.facewright.training.set;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.facewright.training.TrainingException;
import org.jspecify.annotations.Nullable;

/**
 * A set cut in two by identity: nobody who is trained on is verified on.
 *
 * @param heldOut null when none was asked for
 */
public record HeldOutSplit(TrainingSet trained, @Nullable TrainingSet heldOut) {
  /** Fewer people than this give no pairs to speak of. */
  private static final int FEWEST = 2;

  /**
   * Cuts a set; the same seed cuts the same way.
   *
   * @param share of the identities to hold out, 0 for none; at least two are held out
   * @throws TrainingException when too few identities have two pictures
   */
  public static HeldOutSplit of(TrainingSet set, double share, long seed) throws TrainingException {
    if (share == 0) {
      return new HeldOutSplit(set, null);
    }
    int classes = set.identities().size();
    int wanted = Math.max(FEWEST, (int) Math.round(share * classes));
    int[] count = new int[classes];
    for (int label : set.table().labels()) {
      count[label]++;
    }
    List<Integer> able =
        new ArrayList<>(IntStream.range(0, classes).filter(i -> count[i] > 1).boxed().toList());
    if (able.size() < wanted || classes - wanted < FEWEST) {
      throw new TrainingException(
          "%,d of %,d identities cannot be held out: each needs two pictures, and two must be left"
                  .formatted(wanted, classes)
              + " to train on. Hold out fewer, or none (0).",
          null);
    }
    SplittableRandom random = new SplittableRandom(seed ^ 0x68656C646F7574L);
    boolean[] out = new boolean[classes];
    for (int i = 0; i < wanted; i++) {
      out[able.remove(random.nextInt(able.size()))] = true;
    }
    return new HeldOutSplit(set.only(where(out, false)), set.only(where(out, true)));
  }

  private static List<Integer> where(boolean[] out, boolean wanted) {
    return IntStream.range(0, out.length).filter(i -> out[i] == wanted).boxed().toList();
  }
}
