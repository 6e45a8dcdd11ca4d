package org.facewright.ui.shell;

import java.util.OptionalDouble;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts the window where it was, if a screen is still there, else in the middle of the main one. */
final class WindowPlace {
  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;
  private final WindowMemory memory;

  WindowPlace(WindowMemory memory) {
    this.memory = memory;
  }

  void restore(Stage stage) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setMinWidth(800);
    stage.setMinHeight(560);
    stage.setWidth(memory.number("window.width").orElse(Math.min(WIDTH, screen.getWidth())));
    stage.setHeight(memory.number("window.height").orElse(Math.min(HEIGHT, screen.getHeight())));
    OptionalDouble x = memory.number("window.x");
    OptionalDouble y = memory.number("window.y");
    if (x.isPresent() && y.isPresent() && reachable(x.getAsDouble(), y.getAsDouble())) {
      stage.setX(x.getAsDouble());
      stage.setY(y.getAsDouble());
    }
    stage.setMaximized(memory.get("window.maximized").map(Boolean::parseBoolean).orElse(false));
  }

  private static boolean reachable(double x, double y) {
    return !Screen.getScreensForRectangle(x + 16, y + 16, 64, 16).isEmpty();
  }

  void remember(Stage stage) {
    memory.put("window.maximized", stage.isMaximized());
    if (!stage.isMaximized() && !stage.isIconified()) {
      memory.put("window.x", stage.getX());
      memory.put("window.y", stage.getY());
      memory.put("window.width", stage.getWidth());
      memory.put("window.height", stage.getHeight());
    }
  }
}
