package org.facewright.network.pickle;

import java.util.List;

/** A Python tuple. */
public final class PickleTuple extends PickleContainer {
  private final List<Object> items;

  PickleTuple(List<Object> items, int deepest) throws PickleRefusal {
    this.items = List.copyOf(items);
    for (Object item : items) {
      adopt(item, deepest);
    }
  }

  public List<Object> items() {
    return items;
  }
}
