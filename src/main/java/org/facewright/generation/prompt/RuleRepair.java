package org.facewright.generation.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plan keep the rules: a row that breaks one exchanges a value with another row, so that
 * the quotas stay. Where no exchange helps, the row takes another value instead, and the coverage
 * table shows the difference.
 */
final class RuleRepair {
  /** A rule by column and value numbers. */
  private record Rule(int axis, boolean[] values, int otherAxis, boolean[] otherValues) {}

  private final PromptSpace space;
  private final int[][] columns;
  private final SplittableRandom random;
  private final List<Rule> rules = new ArrayList<>();

  RuleRepair(PromptSpace space, int[][] columns, SplittableRandom random) {
    this.space = space;
    this.columns = columns;
    this.random = random;
    Map<String, Integer> index = new HashMap<>();
    for (int a = 0; a < space.axes().size(); a++) {
      index.put(space.axes().get(a).name(), a);
    }
    for (Exclusion each : space.exclusions()) {
      int axis = index.getOrDefault(each.axis(), 0);
      int other = index.getOrDefault(each.otherAxis(), 0);
      rules.add(
          new Rule(
              axis,
              flags(space.axes().get(axis), each.values()),
              other,
              flags(space.axes().get(other), each.otherValues())));
    }
  }

  private static boolean[] flags(PromptAxis axis, Set<String> names) {
    boolean[] flags = new boolean[axis.values().size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = names.contains(axis.values().get(i).name());
    }
    return flags;
  }

  /** Every change lowers the number of broken rules, so this ends. */
  void repair() throws PromptException {
    int rows = columns.length == 0 ? 0 : columns[0].length;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int row = 0; row < rows; row++) {
        for (Rule rule = brokenBy(row); rule != null; rule = brokenBy(row)) {
          changed = true;
          if (!exchange(row, rule.otherAxis()) && !exchange(row, rule.axis())) {
            substitute(row, rule);
          }
        }
      }
    }
  }

  private PromptException impossible(Rule rule) {
    return new PromptException(
        "The rules between \"%s\" and \"%s\" leave no choice: give other values some weight."
            .formatted(
                space.axes().get(rule.axis()).name(), space.axes().get(rule.otherAxis()).name()));
  }

  private @Nullable Rule brokenBy(int row) {
    for (Rule rule : rules) {
      if (breaks(row, rule)) {
        return rule;
      }
    }
    return null;
  }

  private boolean breaks(int row, Rule rule) {
    return rule.values()[columns[rule.axis()][row]]
        && rule.otherValues()[columns[rule.otherAxis()][row]];
  }

  private int broken(int row) {
    int count = 0;
    for (Rule rule : rules) {
      if (breaks(row, rule)) {
        count++;
      }
    }
    return count;
  }

  /** Looks for a row with which to exchange a value so that both together break fewer rules. */
  private boolean exchange(int row, int axis) {
    int[] column = columns[axis];
    int before = broken(row);
    int start = random.nextInt(column.length);
    for (int i = 0; i < column.length; i++) {
      int other = (start + i) % column.length;
      if (column[other] == column[row]) {
        continue;
      }
      int both = before + broken(other);
      swap(column, row, other);
      if (broken(row) + broken(other) < both) {
        return true;
      }
      swap(column, row, other);
    }
    return false;
  }

  private static void swap(int[] column, int a, int b) {
    int kept = column[a];
    column[a] = column[b];
    column[b] = kept;
  }

  /** The value of the largest weight, on either axis, with which the row breaks fewer rules. */
  private void substitute(int row, Rule rule) throws PromptException {
    int before = broken(row);
    for (int axis : new int[] {rule.otherAxis(), rule.axis()}) {
      int kept = columns[axis][row];
      int best = -1;
      List<AxisValue> values = space.axes().get(axis).values();
      for (int value = 0; value < values.size(); value++) {
        columns[axis][row] = value;
        boolean heavier = values.get(value).weight() > (best < 0 ? 0 : values.get(best).weight());
        if (heavier && broken(row) < before) {
          best = value;
        }
      }
      columns[axis][row] = best < 0 ? kept : best;
      if (best >= 0) {
        return;
      }
    }
    throw impossible(rule);
  }
}
