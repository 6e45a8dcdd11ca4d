package org.facewright.ui.wall;

import java.util.Arrays;
import java.util.List;

/** Which item stands in which row and column. Pure arithmetic; groups start new rows. */
final class WallFlow {
  private final int count;
  private final int columns;
  private final List<WallGroup> groups;
  // First item and first row of each group, one more at the end.
  private final int[] items;
  private final int[] rows;

  /**
   * @param groups in order, together {@code count} items; empty for one run
   */
  WallFlow(int count, int columns, List<WallGroup> groups) {
    this.count = count;
    this.columns = Math.max(1, columns);
    this.groups = groups;
    int runs = Math.max(1, groups.size());
    items = new int[runs + 1];
    rows = new int[runs + 1];
    for (int i = 0; i < runs; i++) {
      int size = groups.isEmpty() ? count : groups.get(i).size();
      items[i + 1] = items[i] + size;
      rows[i + 1] = rows[i] + Math.ceilDiv(size, this.columns);
    }
    if (items[runs] != count) {
      throw new IllegalArgumentException(items[runs] + " items in groups, " + count + " in all");
    }
  }

  int columns() {
    return columns;
  }

  int count() {
    return count;
  }

  int rowCount() {
    return rows[rows.length - 1];
  }

  private int run(int[] starts, int value) {
    int found = Arrays.binarySearch(starts, value);
    int at = found >= 0 ? found : -found - 2;
    // Groups without items share a start: the last of them holds it.
    while (at + 1 < starts.length - 1 && starts[at + 1] == value) {
      at++;
    }
    return Math.min(at, starts.length - 2);
  }

  int rowOf(int item) {
    int run = run(items, item);
    return rows[run] + (item - items[run]) / columns;
  }

  int columnOf(int item) {
    return (item - items[run(items, item)]) % columns;
  }

  /** The first item of a row. */
  int first(int row) {
    int run = run(rows, row);
    return items[run] + (row - rows[run]) * columns;
  }

  /** One past the last item of a row. */
  int end(int row) {
    int run = run(rows, row);
    return Math.min(items[run + 1], first(row) + columns);
  }

  /** The group whose first row this is, or null. */
  @org.jspecify.annotations.Nullable
  WallGroup heading(int row) {
    int run = run(rows, row);
    return groups.isEmpty() || rows[run] != row ? null : groups.get(run);
  }

  /** The item so many rows further in the same column, or the nearest there is. */
  int vertical(int item, int byRows) {
    int row = Math.clamp((long) rowOf(item) + byRows, 0, rowCount() - 1);
    return Math.min(first(row) + columnOf(item), end(row) - 1);
  }
}
