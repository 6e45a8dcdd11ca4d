package org.facewright.ui.wall;

import java.util.BitSet;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** The mouse on a wall: click, Ctrl, Shift, double click, and a rubber band. */
final class WallMouse {
  private static final double SLACK = 6;

  private final Wall<?> wall;
  private final Region band = new Region();
  private BitSet before = new BitSet();
  // Where the drag began, in the content's coordinates so that it survives scrolling.
  private Point2D start = Point2D.ZERO;
  private boolean armed;

  WallMouse(Wall<?> wall) {
    this.wall = wall;
    band.getStyleClass().add("fw-rubber-band");
    band.setManaged(false);
    band.setVisible(false);
    band.setMouseTransparent(true);
    wall.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    wall.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
    wall.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
  }

  Region band() {
    return band;
  }

  private static boolean onScrollBar(MouseEvent event) {
    for (Node at = event.getTarget() instanceof Node node ? node : null;
        at != null;
        at = at.getParent()) {
      if (at instanceof ScrollBar) {
        return true;
      }
    }
    return false;
  }

  private void pressed(MouseEvent event) {
    if (onScrollBar(event)) {
      return;
    }
    wall.requestFocus();
    int item = wall.itemAt(event.getX(), event.getY());
    WallSelection selection = wall.selection();
    if (event.getButton() == MouseButton.PRIMARY) {
      armed = true;
      start = new Point2D(event.getX(), event.getY() + wall.scrolled());
      choose(event, item);
      before = event.isShortcutDown() || event.isShiftDown() ? selection.snapshot() : new BitSet();
      if (event.getClickCount() == 2) {
        wall.open(item);
      }
    } else if (event.getButton() == MouseButton.SECONDARY) {
      if (item >= 0 && !selection.contains(item)) {
        selection.choose(item);
      }
      wall.menu(event.getScreenX(), event.getScreenY());
    }
    event.consume();
  }

  private void choose(MouseEvent event, int item) {
    WallSelection selection = wall.selection();
    if (item < 0) {
      if (!event.isShortcutDown() && !event.isShiftDown()) {
        selection.none();
      }
    } else if (event.isShiftDown()) {
      selection.extend(item);
    } else if (event.isShortcutDown()) {
      selection.toggle(item);
    } else {
      selection.choose(item);
    }
  }

  private void dragged(MouseEvent event) {
    if (!armed) {
      return;
    }
    event.consume();
    double top = start.getY() - wall.scrolled();
    if (!band.isVisible()
        && start.subtract(event.getX(), event.getY() + wall.scrolled()).magnitude() < SLACK) {
      return;
    }
    if (event.getY() < 0) {
      wall.scrollBy(event.getY());
    } else if (event.getY() > wall.getHeight()) {
      wall.scrollBy(event.getY() - wall.getHeight());
    }
    double left = Math.min(start.getX(), event.getX());
    double right = Math.max(start.getX(), event.getX());
    double upper = Math.min(top, event.getY());
    double lower = Math.max(top, event.getY());
    band.setVisible(true);
    double shownTop = Math.max(0, upper);
    band.resizeRelocate(left, shownTop, right - left, Math.min(wall.getHeight(), lower) - shownTop);
    BitSet now = wall.itemsIn(left, upper, right, lower);
    now.or(before);
    wall.selection().replace(now);
  }

  private void released(MouseEvent event) {
    if (armed) {
      armed = false;
      band.setVisible(false);
      event.consume();
    }
  }
}
