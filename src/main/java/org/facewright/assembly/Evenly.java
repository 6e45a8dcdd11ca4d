package org.facewright.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Takes some of many, as evenly as can be over their groups. Stateless. */
final class Evenly {
  private Evenly() {}

  /**
   * The first of each group in turn, until there are enough.
   *
   * @param items in the order of preference
   */
  static <T> List<T> take(List<T> items, int count, Function<T, String> group) {
    Map<String, List<T>> groups = new TreeMap<>();
    for (T item : items) {
      groups.computeIfAbsent(group.apply(item), _ -> new ArrayList<>()).add(item);
    }
    List<T> taken = new ArrayList<>();
    for (int round = 0; taken.size() < Math.min(count, items.size()); round++) {
      for (List<T> each : groups.values()) {
        if (round < each.size() && taken.size() < count) {
          taken.add(each.get(round));
        }
      }
    }
    return taken;
  }
}
