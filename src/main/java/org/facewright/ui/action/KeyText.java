package org.facewright.ui.action;

import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCombination;
import org.facewright.ui.text.Texts;

/** Keys as they are printed on keyboards. */
final class KeyText {
  private static final Texts TEXTS = Texts.of(KeyText.class);
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("Slash", "/"),
          Map.entry("Period", "."),
          Map.entry("Comma", ","),
          Map.entry("Left", "←"),
          Map.entry("Right", "→"),
          Map.entry("Up", "↑"),
          Map.entry("Down", "↓"),
          Map.entry("Ctrl", TEXTS.get("key.ctrl")),
          Map.entry("Shift", TEXTS.get("key.shift")),
          Map.entry("Space", TEXTS.get("key.space")));

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
