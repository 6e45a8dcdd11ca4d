package org.facewright.app;

import java.util.Locale;
import java.util.Map;

/**
 * Whether a window can be shown.
 *
 * @param system the operating system's name
 * @param glass JavaFX's window system as asked for, such as {@code Headless}; may be empty
 * @param environment the process's
 */
record Display(String system, String glass, Map<String, String> environment) {
  static Display ofThisProcess() {
    return new Display(
        System.getProperty("os.name", ""),
        System.getProperty("glass.platform", ""),
        System.getenv());
  }

  /** Only Linux can be without; there X11 or Wayland must be named. */
  boolean there() {
    return !system.toLowerCase(Locale.ROOT).contains("linux")
        || glass.equalsIgnoreCase("headless")
        || named("DISPLAY")
        || named("WAYLAND_DISPLAY");
  }

  private boolean named(String variable) {
    return !environment.getOrDefault(variable, "").isBlank();
  }
}
