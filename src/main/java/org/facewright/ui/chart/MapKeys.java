package org.facewright.ui.chart;

import javafx.scene.input.KeyEvent;

/** The keyboard on a map: arrows pan, + and - zoom, 0 shows everything, Esc chooses nothing. */
final class MapKeys {
  private static final double PAN = 48;
  private static final double ZOOM = 1.25;

  private final ScatterMap map;

  MapKeys(ScatterMap map) {
    this.map = map;
  }

  void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> map.pan(PAN, 0);
      case RIGHT -> map.pan(-PAN, 0);
      case UP -> map.pan(0, PAN);
      case DOWN -> map.pan(0, -PAN);
      case PLUS, ADD, EQUALS -> map.zoom(ZOOM);
      case MINUS, SUBTRACT -> map.zoom(1 / ZOOM);
      case DIGIT0, NUMPAD0 -> map.fit();
      case ESCAPE -> {
        if (!map.chooseNone()) {
          return;
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }
}
