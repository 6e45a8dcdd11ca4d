package org.facewright.network.pickle;

/** A list, tuple or dictionary. Knows how deep it goes, so that nesting can be bounded. */
public abstract sealed class PickleContainer permits PickleList, PickleTuple, PickleDict {
  private int depth = 1;

  /** Notes a child's depth. A child that grows later is not noticed: do not recurse blindly. */
  final void adopt(Object child, int deepest) throws PickleRefusal {
    if (child instanceof PickleContainer container) {
      depth = Math.max(depth, container.depth + 1);
      if (depth > deepest) {
        throw new PickleRefusal("nested more than " + deepest + " deep");
      }
    }
  }
}
