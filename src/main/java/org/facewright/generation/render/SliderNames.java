package org.facewright.generation.render;

import org.facewright.ui.text.Texts;

/** The numbers of a {@link Portrait} as the window calls them. */
final class SliderNames {
  private static final Texts TEXTS = Texts.of(SliderNames.class);
  private static final String MODES = "shape.modes.";

  private SliderNames() {}

  /** Such as "Nose width" for {@code identity.shape.noseWidth}. */
  static String of(String name) {
    String number = name.substring(name.indexOf('.') + 1);
    if (number.startsWith(MODES)) {
      return TEXTS.get("slider.mode", Integer.parseInt(number.substring(MODES.length())) + 1);
    }
    String key = "slider." + number;
    return TEXTS.get(key);
  }
}
