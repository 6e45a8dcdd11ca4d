package org.facewright.experiment;

import java.util.List;
import java.util.stream.IntStream;

/** Courses of several trials of one arm, which have their points at the same steps. */
public final class Curves {
  private Curves() {}

  /** The mean course, as far as all of them have come that have begun. */
  public static List<Trial.Point> mean(List<Trial> trials) {
    List<Trial> begun = trials.stream().filter(trial -> !trial.curve().isEmpty()).toList();
    int length = begun.stream().mapToInt(trial -> trial.curve().size()).min().orElse(0);
    return IntStream.range(0, length)
        .mapToObj(
            i ->
                new Trial.Point(
                    begun.getFirst().curve().get(i).step(),
                    begun.stream()
                        .mapToDouble(trial -> trial.curve().get(i).value())
                        .average()
                        .orElse(Double.NaN)))
        .toList();
  }
}
