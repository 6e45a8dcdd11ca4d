package org.facewright.curriculum;

import java.util.ArrayDeque;
import java.util.Deque;
import org.facewright.project.release.ReleaseRecipe;
import org.jspecify.annotations.Nullable;

/** The recipe being edited, with every edit to go back and forth through. One thread. */
final class RecipeHistory {
  private final Deque<ReleaseRecipe> before = new ArrayDeque<>();
  private final Deque<ReleaseRecipe> after = new ArrayDeque<>();
  private ReleaseRecipe now;

  RecipeHistory(ReleaseRecipe first) {
    now = first;
  }

  ReleaseRecipe now() {
    return now;
  }

  /** What it all begins with, if nobody has edited yet. */
  void begin(ReleaseRecipe first) {
    if (before.isEmpty() && after.isEmpty()) {
      now = first;
    }
  }

  /** Whether anything changed. */
  boolean put(ReleaseRecipe changed) {
    if (changed.equals(now)) {
      return false;
    }
    before.push(now);
    after.clear();
    now = changed;
    return true;
  }

  boolean canUndo() {
    return !before.isEmpty();
  }

  boolean canRedo() {
    return !after.isEmpty();
  }

  boolean undo() {
    return go(before.poll(), after);
  }

  boolean redo() {
    return go(after.poll(), before);
  }

  private boolean go(@Nullable ReleaseRecipe to, Deque<ReleaseRecipe> from) {
    if (to == null) {
      return false;
    }
    from.push(now);
    now = to;
    return true;
  }
}
