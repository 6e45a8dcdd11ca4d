package org.facewright.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The classes that take part in a step, ascending, and the labels as positions among them.
 *
 * @param classes the batch's own classes and random others
 */
@SuppressWarnings("ArrayRecordComponent")
record ClassSample(long[] classes, long[] labels) {
  /** The same seed and step draw the same classes. */
  static ClassSample draw(TrainingPlan plan, long[] labels, long seed, long step) {
    boolean[] chosen = new boolean[plan.classes()];
    int count = 0;
    for (long label : labels) {
      if (!chosen[(int) label]) {
        chosen[(int) label] = true;
        count++;
      }
    }
    SplittableRandom random = new SplittableRandom(seed ^ (step * 0xD1342543DE82EF95L));
    int left = plan.sampledClasses() - count;
    // Selection sampling (Knuth 3.4.2 S): every set of others is equally likely, in one pass.
    int others = plan.classes() - count;
    for (int i = 0; i < chosen.length && left > 0; i++) {
      if (!chosen[i] && random.nextInt(others--) < left) {
        chosen[i] = true;
        left--;
      }
    }
    long[] classes =
        IntStream.range(0, chosen.length).filter(i -> chosen[i]).asLongStream().toArray();
    return new ClassSample(
        classes, Arrays.stream(labels).map(label -> Arrays.binarySearch(classes, label)).toArray());
  }
}
