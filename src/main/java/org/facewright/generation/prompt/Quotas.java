package org.facewright.generation.prompt;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares out a number of places by weight: largest remainders, so no value is off by one whole. */
final class Quotas {
  private Quotas() {}

  /** Places for each value, which sum to {@code count}. */
  static int[] of(PromptAxis axis, int count) {
    List<AxisValue> values = axis.values();
    double[] wanted = values.stream().mapToDouble(value -> axis.share(value) * count).toArray();
    int[] places = Arrays.stream(wanted).mapToInt(share -> (int) share).toArray();
    int left = count - Arrays.stream(places).sum();
    IntStream.range(0, places.length)
        .boxed()
        .filter(i -> values.get(i).weight() > 0)
        .sorted(Comparator.comparingDouble(i -> places[i] - wanted[i]))
        .limit(left)
        .toList()
        .forEach(i -> places[i]++);
    return places;
  }
}
