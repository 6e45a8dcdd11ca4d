package org.facewright.app;

import javafx.beans.property.ReadOnlyBooleanProperty;

/**
 * What fills the window: a project, or a bundle of questions from one. FX thread, but for the end.
 */
interface OnScreen {
  ReadOnlyBooleanProperty canUndo();

  ReadOnlyBooleanProperty canRedo();

  void undo();

  void redo();

  /** Takes everything off the screen; {@link #close} must follow. */
  void leave();

  /** Ends what it does, in the right order; waits for the item at hand. Any thread. */
  void close();
}
