package org.facewright.network.pickle;

import java.util.ArrayList;
import java.util.List;

/** The machine's stack of values, divided by marks. */
final class PickleStack {
  private static final int MOST_MARKS = 10_000;

  private final ArrayList<Object> values = new ArrayList<>();
  private final ArrayList<Integer> marks = new ArrayList<>();

  void push(Object value) {
    values.add(value);
  }

  void mark() throws PickleRefusal {
    if (marks.size() >= MOST_MARKS) {
      throw new PickleRefusal("more than " + MOST_MARKS + " open marks");
    }
    marks.add(values.size());
  }

  Object pop() throws PickleRefusal {
    top();
    return values.removeLast();
  }

  Object top() throws PickleRefusal {
    if (values.size() <= floor()) {
      throw new PickleRefusal("it takes a value from an empty stack");
    }
    return values.getLast();
  }

  /** The values above the last mark, which are taken off together with it. */
  List<Object> popToMark() throws PickleRefusal {
    if (marks.isEmpty()) {
      throw new PickleRefusal("it needs a mark, and there is none");
    }
    List<Object> above = values.subList(marks.removeLast(), values.size());
    List<Object> taken = new ArrayList<>(above);
    above.clear();
    return taken;
  }

  private int floor() {
    return marks.isEmpty() ? 0 : marks.getLast();
  }
}
