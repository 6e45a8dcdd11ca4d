package org.facewright.ui.wall;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/** One place on a wall, used again and again for different items. */
abstract class Tile<T> extends Region {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private int item = -1;

  Tile() {
    getStyleClass().add("fw-tile");
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    // The last row of a group has tiles that never show anything.
    setVisible(false);
  }

  /** The index it shows, -1 for none. */
  final int item() {
    return item;
  }

  /** Shows an item; also called again for the same one when it may have changed. */
  final void show(int index, T what) {
    item = index;
    setVisible(true);
    draw(what);
  }

  final void clear() {
    if (item >= 0) {
      item = -1;
      setVisible(false);
      release();
    }
  }

  final void mark(boolean chosen, boolean current) {
    pseudoClassStateChanged(CHOSEN, chosen);
    pseudoClassStateChanged(CURRENT, current);
  }

  abstract void draw(T what);

  /** It scrolled away: stop loading. */
  abstract void release();
}
