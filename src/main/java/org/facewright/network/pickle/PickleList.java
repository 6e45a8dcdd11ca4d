package org.facewright.network.pickle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A Python list. */
public final class PickleList extends PickleContainer {
  private final List<Object> items = new ArrayList<>(0);

  void add(Object item, int deepest) throws PickleRefusal {
    adopt(item, deepest);
    items.add(item);
  }

  public List<Object> items() {
    return Collections.unmodifiableList(items);
  }
}
