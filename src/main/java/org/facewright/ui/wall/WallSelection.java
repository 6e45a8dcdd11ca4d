package org.facewright.ui.wall;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * Which items of a wall are chosen, and which one the keyboard stands on. By index: whoever
 * reorders the items chooses anew. FX thread only.
 */
public final class WallSelection {
  private final BitSet chosen = new BitSet();
  private final ReadOnlyIntegerWrapper focused = new ReadOnlyIntegerWrapper(this, "focused", -1);
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
  private int anchor = -1;
  private int size;

  public boolean contains(int item) {
    return chosen.get(item);
  }

  /** Indices, ascending. */
  public List<Integer> indices() {
    return chosen.stream().boxed().collect(Collectors.toList());
  }

  /** The item the keyboard stands on, -1 for none. */
  public ReadOnlyIntegerProperty focused() {
    return focused.getReadOnlyProperty();
  }

  public ReadOnlyIntegerProperty count() {
    return count.getReadOnlyProperty();
  }

  /** Grows by one at every change of selection or focus. */
  public ReadOnlyIntegerProperty revision() {
    return revision.getReadOnlyProperty();
  }

  /** Only this one. */
  public void choose(int item) {
    chosen.clear();
    chosen.set(item);
    anchor = item;
    focus(item);
  }

  /** This one more, or one less. */
  public void toggle(int item) {
    chosen.flip(item);
    anchor = item;
    focus(item);
  }

  /** From where the selection began to here. */
  public void extend(int item) {
    int from = anchor < 0 ? item : anchor;
    chosen.clear();
    chosen.set(Math.min(from, item), Math.max(from, item) + 1);
    anchor = from;
    focus(item);
  }

  public void all() {
    chosen.set(0, size);
    changed();
  }

  public void none() {
    chosen.clear();
    changed();
  }

  /** The keyboard moves on without choosing. */
  public void focus(int item) {
    focused.set(item);
    changed();
  }

  /** What a rubber band covers, on top of what was chosen when it began. */
  void replace(BitSet now) {
    chosen.clear();
    chosen.or(now);
    changed();
  }

  BitSet snapshot() {
    return (BitSet) chosen.clone();
  }

  /** So many items from now on; those beyond are no longer chosen. */
  void resize(int items) {
    size = items;
    chosen.clear(items, Math.max(items, chosen.length()));
    anchor = anchor < items ? anchor : -1;
    focused.set(Math.min(focused.get(), items - 1));
    changed();
  }

  private void changed() {
    count.set(chosen.cardinality());
    revision.set(revision.get() + 1);
  }
}
