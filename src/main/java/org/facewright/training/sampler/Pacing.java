package org.facewright.training.sampler;

/** How much of the set, easiest first, has been opened by an epoch. */
public sealed interface Pacing {
  /** Everything from the first epoch on: the control. */
  record Everything() implements Pacing {}

  /** A share that grows by as much each so many epochs, until all is open. */
  record Steps(double start, double growth, int everyEpochs) implements Pacing {}

  /** A share that grows evenly over so many epochs. */
  record Linear(double start, int epochs) implements Pacing {}

  /** A share that grows fast first: the root pacing of Platanios et al. 2019. */
  record Root(double start, int epochs) implements Pacing {}

  /** The share open in an epoch, above 0 and at most 1. */
  default double share(int epoch) {
    return switch (this) {
      case Everything _ -> 1;
      case Steps it -> {
        int grown = epoch / it.everyEpochs;
        yield Math.min(1, it.start + it.growth * grown);
      }
      case Linear it -> Math.min(1, it.start + (1 - it.start) * epoch / it.epochs);
      case Root it ->
          Math.min(
              1, Math.sqrt(it.start * it.start + (1 - it.start * it.start) * epoch / it.epochs));
    };
  }
}
