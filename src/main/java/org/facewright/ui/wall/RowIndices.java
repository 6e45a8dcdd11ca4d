package org.facewright.ui.wall;

import javafx.collections.ObservableListBase;

/** The numbers 0..n-1 as a list that takes no memory. */
final class RowIndices extends ObservableListBase<Integer> {
  private int size;

  void resize(int rows) {
    int before = size;
    beginChange();
    size = rows;
    if (rows > before) {
      nextAdd(before, rows);
    } else if (rows < before) {
      nextRemove(rows, java.util.stream.IntStream.range(rows, before).boxed().toList());
    }
    endChange();
  }

  @Override
  public Integer get(int index) {
    return index;
  }

  @Override
  public int size() {
    return size;
  }
}
