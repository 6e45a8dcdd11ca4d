package org.facewright.project.release;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How much of a set, easiest first, has been opened by an epoch. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PlanPacing.Everything.class, name = "everything"),
  @JsonSubTypes.Type(value = PlanPacing.Steps.class, name = "step"),
  @JsonSubTypes.Type(value = PlanPacing.Linear.class, name = "linear"),
  @JsonSubTypes.Type(value = PlanPacing.Root.class, name = "root")
})
public sealed interface PlanPacing {
  /** Everything from the first epoch on. */
  record Everything() implements PlanPacing {}

  /** A share that grows by as much each so many epochs. */
  record Steps(double start, double growth, int everyEpochs) implements PlanPacing {
    public Steps {
      check(start, everyEpochs);
      if (!(growth > 0)) {
        throw new IllegalArgumentException("The share of a pacing must grow.");
      }
    }
  }

  /** A share that grows evenly over so many epochs. */
  record Linear(double start, int epochs) implements PlanPacing {
    public Linear {
      check(start, epochs);
    }
  }

  /** A share that grows fast first. */
  record Root(double start, int epochs) implements PlanPacing {
    public Root {
      check(start, epochs);
    }
  }

  private static void check(double start, int epochs) {
    if (!(start > 0 && start <= 1) || epochs < 1) {
      throw new IllegalArgumentException(
          "A pacing starts with a share above 0 and up to 1 and takes at least one epoch.");
    }
  }

  /** Whether it asks how hard images are. */
  default boolean usesDifficulty() {
    return !(this instanceof Everything);
  }

  /**
   * The share that is open in an epoch, above 0 and at most 1.
   *
   * @param epoch from 1
   */
  default double share(int epoch) {
    int before = epoch - 1;
    return switch (this) {
      case Everything _ -> 1;
      case Steps it -> Math.min(1, it.start + it.growth * (before / it.everyEpochs));
      case Linear it -> Math.min(1, it.start + (1 - it.start) * before / it.epochs);
      case Root it -> {
        double square = it.start * it.start;
        yield Math.min(1, Math.sqrt(square + (1 - square) * before / it.epochs));
      }
    };
  }

  /** The same in a run of another length. */
  default PlanPacing stretched(double factor) {
    return switch (this) {
      case Everything it -> it;
      case Steps it -> new Steps(it.start, it.growth, times(it.everyEpochs, factor));
      case Linear it -> new Linear(it.start, times(it.epochs, factor));
      case Root it -> new Root(it.start, times(it.epochs, factor));
    };
  }

  private static int times(int epochs, double factor) {
    return Math.max(1, (int) Math.round(epochs * factor));
  }
}
