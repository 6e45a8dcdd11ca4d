package org.facewright.training.run;

import org.facewright.training.sampler.CurriculumSampler;

/**
 * How many steps each epoch of a run has.
 *
 * @param firstSteps first step of each epoch, and at the end the number of all steps
 */
@SuppressWarnings("ArrayRecordComponent")
record Course(long[] firstSteps) {
  static Course of(CurriculumSampler sampler, TrainingSettings settings) {
    long[] firstSteps = new long[settings.epochs() + 1];
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      int pictures = sampler.epoch(epoch).length;
      int size = Math.min(settings.batch(), pictures);
      firstSteps[epoch + 1] = firstSteps[epoch] + pictures / size;
    }
    return new Course(firstSteps);
  }

  int epochs() {
    return firstSteps.length - 1;
  }

  long steps() {
    return firstSteps[epochs()];
  }

  /** The epoch, from 0, in which a step, counted from 1, is done. */
  int epochOf(long step) {
    int epoch = 0;
    while (epoch + 1 < epochs() && firstSteps[epoch + 1] < step) {
      epoch++;
    }
    return epoch;
  }
}
