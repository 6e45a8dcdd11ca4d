package org.facewright.generation.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well people cover the axes.
 *
 * @param people in all
 * @param rows one a value, in the order of the axes
 * @param pairs one for each two axes
 */
public record CoverageTable(int people, List<Row> rows, List<Pair> pairs) {
  /**
   * One value.
   *
   * @param axis it belongs to
   * @param value its name
   * @param asked share that the weights ask for, 0..1
   * @param count of people who have it
   * @param share of people who have it, 0..1
   */
  public record Row(String axis, String value, double asked, int count, double share) {}

  /**
   * Two axes together.
   *
   * @param axis the one
   * @param otherAxis the other
   * @param seen combinations of two values that occur
   * @param possible combinations that the weights and rules allow
   */
  public record Pair(String axis, String otherAxis, int seen, int possible) {}

  /** Counts planned people, or those whose pictures were accepted. */
  public static CoverageTable of(PromptSpace space, List<Map<String, String>> people) {
    List<Row> rows = new ArrayList<>();
    for (PromptAxis axis : space.axes()) {
      Map<String, Integer> counts = new HashMap<>();
      for (Map<String, String> choices : people) {
        counts.merge(choices.getOrDefault(axis.name(), ""), 1, Integer::sum);
      }
      for (AxisValue value : axis.values()) {
        int count = counts.getOrDefault(value.name(), 0);
        double share = people.isEmpty() ? 0 : (double) count / people.size();
        rows.add(new Row(axis.name(), value.name(), axis.share(value), count, share));
      }
    }
    return new CoverageTable(people.size(), rows, pairs(space, people));
  }

  private static List<Pair> pairs(PromptSpace space, List<Map<String, String>> people) {
    List<Pair> pairs = new ArrayList<>();
    List<PromptAxis> axes = space.axes();
    for (int a = 0; a < axes.size(); a++) {
      for (int b = a + 1; b < axes.size(); b++) {
        pairs.add(pair(space, axes.get(a), axes.get(b), people));
      }
    }
    return pairs;
  }

  private static Pair pair(
      PromptSpace space, PromptAxis one, PromptAxis other, List<Map<String, String>> people) {
    Set<List<String>> seen = new HashSet<>();
    for (Map<String, String> choices : people) {
      seen.add(
          List.of(choices.getOrDefault(one.name(), ""), choices.getOrDefault(other.name(), "")));
    }
    int possible = 0;
    for (AxisValue left : one.values()) {
      for (AxisValue right : other.values()) {
        boolean weighted = left.weight() > 0 && right.weight() > 0;
        Map<String, String> both = Map.of(one.name(), left.name(), other.name(), right.name());
        if (weighted && space.allows(both)) {
          possible++;
        }
      }
    }
    return new Pair(one.name(), other.name(), seen.size(), possible);
  }

  /** The largest difference between what was asked and what is there, as a share of all. */
  public double worst() {
    return rows.stream().mapToDouble(row -> Math.abs(row.asked() - row.share())).max().orElse(0);
  }
}
