package org.facewright.ui.shell;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;

/** One page of the window. Making one costs nothing: the nodes are built when it is first shown. */
public interface Panel {
  /** Stable, such as {@code identities}; remembered as the page that was open. */
  String id();

  String title();

  /** Feather icon name, such as {@code fth-users}. */
  String icon();

  /** Builds the page; the shell calls it once, on the FX thread, and keeps the node. */
  Node view();

  /** A short text behind the title, such as a number of waiting reviews; empty shows none. */
  default ObservableStringValue badge() {
    return new ReadOnlyStringWrapper("").getReadOnlyProperty();
  }

  /** It came on screen: make its actions live, refresh what is stale. */
  default void shown() {}

  /** It left the screen: let go of previews and keys. */
  default void hidden() {}
}
