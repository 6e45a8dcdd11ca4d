package org.facewright.training.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.facewright.network.optimiser.Schedule;

/**
 * How the learning rate moves, in epochs; a run's number of steps turns it into a {@link Schedule}.
 *
 * @param base the rate after warm-up, above 0
 * @param warmUpEpochs in which the rate rises linearly from 0; may be a fraction
 */
public record LearningRate(double base, double warmUpEpochs, Course course) {
  /** What happens after warm-up. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Flat.class, name = "flat"),
    @JsonSubTypes.Type(value = Step.class, name = "step"),
    @JsonSubTypes.Type(value = Poly.class, name = "poly"),
    @JsonSubTypes.Type(value = Cosine.class, name = "cosine")
  })
  public sealed interface Course {}

  /** It stays. */
  public record Flat() implements Course {}

  /**
   * It is multiplied by a factor when so many epochs are done.
   *
   * @param after epochs, rising; those past the run's end never come
   */
  public record Step(List<Integer> after, double factor) implements Course {
    public Step {
      after = after.stream().sorted().toList();
      if (!(factor > 0 && factor < 1) || after.stream().anyMatch(epoch -> epoch < 1)) {
        throw new IllegalArgumentException(
            "A step schedule lowers the rate by a factor between 0 and 1 after epochs from 1 on.");
      }
    }
  }

  /** Falls as (1 - share of the run)^power. */
  public record Poly(double power) implements Course {
    public Poly {
      if (!(power > 0)) {
        throw new IllegalArgumentException("The power of a poly schedule must be above 0.");
      }
    }
  }

  /** Half a cosine wave down to a lowest rate. */
  public record Cosine(double lowest) implements Course {
    public Cosine {
      if (!(lowest >= 0)) {
        throw new IllegalArgumentException("The lowest rate must not be negative.");
      }
    }
  }

  public LearningRate {
    if (!(base > 0) || Double.isInfinite(base)) {
      throw new IllegalArgumentException("The learning rate must be above 0, not " + base + ".");
    }
    if (!(warmUpEpochs >= 0)) {
      throw new IllegalArgumentException("The warm-up must not be negative.");
    }
  }

  /**
   * The schedule of a run.
   *
   * @param firstSteps first step of each epoch, and at the end the number of all steps
   */
  Schedule toSchedule(long[] firstSteps) {
    int epochs = firstSteps.length - 1;
    long all = firstSteps[epochs];
    int whole = (int) Math.min(epochs, Math.floor(warmUpEpochs));
    long warmUp = firstSteps[whole];
    if (whole < epochs) {
      warmUp += Math.round((warmUpEpochs - whole) * (firstSteps[whole + 1] - firstSteps[whole]));
    }
    Schedule.Shape shape =
        switch (course) {
          case Flat _ -> new Schedule.Flat();
          case Step it ->
              new Schedule.Falling(
                  it.after().stream()
                      .filter(epoch -> epoch < epochs)
                      .map(epoch -> firstSteps[epoch])
                      .toList(),
                  it.factor());
          case Poly it -> new Schedule.Poly(it.power());
          case Cosine it -> new Schedule.Cosine(it.lowest());
        };
    return new Schedule(base, warmUp, all, shape);
  }
}
