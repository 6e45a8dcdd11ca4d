package org.facewright.ui.action;

import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCombination;

/** Keys as they are printed on keyboards. */
final class KeyText {
  private static final Map<String, String> NAMES =
      Map.of(
          "Esc", "Esc", "Slash", "/", "Period", ".", "Comma", ",", "Left", "←", "Right", "→", "Up",
          "↑", "Down", "↓");

  private KeyText() {}

  static String of(KeyCombination key) {
    return String.join("+", parts(key));
  }

  /** One string a key cap, modifiers first. */
  static List<String> parts(KeyCombination key) {
    String text = key.getDisplayText();
    if (text.equals("Shift+/") || text.equals("'?'") || text.equals("?")) {
      return List.of("?");
    }
    return List.of(text.split("\\+")).stream().map(part -> NAMES.getOrDefault(part, part)).toList();
  }
}
