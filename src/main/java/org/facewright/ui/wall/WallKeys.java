package org.facewright.ui.wall;

import javafx.scene.input.KeyEvent;

/** The keyboard on a wall: arrows, pages, ends, Shift extends, Ctrl moves without choosing. */
final class WallKeys {
  private final Wall<?> wall;

  WallKeys(Wall<?> wall) {
    this.wall = wall;
  }

  void pressed(KeyEvent event) {
    if (wall.flow().count() == 0 || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> move(event, -1, 0);
      case RIGHT -> move(event, 1, 0);
      case UP -> move(event, 0, -1);
      case DOWN -> move(event, 0, 1);
      case PAGE_UP -> move(event, 0, -wall.visibleRows());
      case PAGE_DOWN -> move(event, 0, wall.visibleRows());
      case HOME -> go(event, 0);
      case END -> go(event, wall.flow().count() - 1);
      default -> command(event);
    }
  }

  private void command(KeyEvent event) {
    WallSelection selection = wall.selection();
    int at = selection.focused().get();
    switch (event.getCode()) {
      case A -> {
        if (!event.isShortcutDown()) {
          return;
        }
        selection.all();
      }
      case ESCAPE -> {
        if (selection.count().get() == 0) {
          return;
        }
        selection.none();
      }
      case ENTER -> wall.open(at);
      case SPACE -> {
        if (event.isShortcutDown() && at >= 0) {
          selection.toggle(at);
        } else {
          wall.preview(at);
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(KeyEvent event, int byItems, int byRows) {
    int at = wall.selection().focused().get();
    if (at < 0) {
      go(event, wall.firstVisible());
    } else {
      go(event, byRows == 0 ? at + byItems : wall.flow().vertical(at, byRows));
    }
  }

  private void go(KeyEvent event, int to) {
    int item = Math.clamp(to, 0, wall.flow().count() - 1);
    if (event.isShiftDown()) {
      wall.selection().extend(item);
    } else if (event.isShortcutDown()) {
      wall.selection().focus(item);
    } else {
      wall.selection().choose(item);
    }
    wall.reveal(item);
    event.consume();
  }
}
