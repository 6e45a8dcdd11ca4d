package org.facewright.ui.action;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * Something the user can do, said once: menu, toolbar, palette, key sheet, tooltip and key all come
 * from here.
 *
 * @param id stable and unique, such as {@code review.keep}
 * @param group heading in the key sheet and the menu, such as {@code Review}
 * @param name an imperative of one to four words
 * @param description one sentence: what happens
 * @param icon Feather icon name such as {@code fth-check}, or null
 * @param key where it can be pressed; keys without Ctrl or Alt rest while text is being typed
 * @param enabled whether it can be done now; also says whether its key is live
 * @param run does it, on the FX thread, and returns at once
 */
public record Action(
    String id,
    String group,
    String name,
    String description,
    @Nullable String icon,
    @Nullable KeyCombination key,
    ObservableBooleanValue enabled,
    Runnable run) {

  /** An action that is always enabled and has neither icon nor key yet. */
  public static Action of(String id, String group, String name, String description, Runnable run) {
    return new Action(
        id, group, name, description, null, null, new SimpleBooleanProperty(true), run);
  }

  public Action icon(String icon) {
    return new Action(id, group, name, description, icon, key, enabled, run);
  }

  /**
   * With a key in JavaFX's notation, such as {@code Shortcut+K}, {@code Shift+F5}, {@code Esc} or
   * {@code X}.
   *
   * @throws IllegalArgumentException for a word that names no key: JavaFX would take it for a
   *     character that nobody can type, and the action would never run
   */
  public Action key(String key) {
    KeyCombination combination = KeyCombination.valueOf(key);
    if (!(combination instanceof KeyCodeCombination)) {
      throw new IllegalArgumentException("\"" + key + "\" names no key");
    }
    return new Action(id, group, name, description, icon, combination, enabled, run);
  }

  public Action when(ObservableBooleanValue enabled) {
    return new Action(id, group, name, description, icon, key, enabled, run);
  }

  /** Its key as people write it, such as {@code Ctrl+K}, or an empty string. */
  public String keyText() {
    return key == null ? "" : KeyText.of(key);
  }
}
