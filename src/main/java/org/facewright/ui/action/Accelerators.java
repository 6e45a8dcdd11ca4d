package org.facewright.ui.action;

import java.util.function.Predicate;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Sends keys to actions. JavaFX's own accelerators fire single letters while the user types into a
 * field; here they rest, and a control that consumed the key comes first.
 */
public final class Accelerators {
  private final Actions actions;

  public Accelerators(Actions actions) {
    this.actions = actions;
  }

  public void install(Scene scene) {
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    scene.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
  }

  private void pressed(KeyEvent event) {
    if (typing(event)) {
      return;
    }
    run(event, key -> !isQuestionMark(key) && key.match(event));
  }

  /** The question mark lies on another key on every layout: what was typed counts. */
  private void typed(KeyEvent event) {
    if (event.getCharacter().equals("?") && !typing(event)) {
      run(event, Accelerators::isQuestionMark);
    }
  }

  private void run(KeyEvent event, Predicate<KeyCombination> matches) {
    actions.all().stream()
        .filter(action -> action.key() != null && matches.test(action.key()))
        .filter(action -> actions.can(action))
        .findFirst()
        .ifPresent(
            action -> {
              event.consume();
              actions.run(action);
            });
  }

  private static boolean isQuestionMark(KeyCombination key) {
    return KeyText.of(key).equals("?");
  }

  private static boolean typing(KeyEvent event) {
    return event.getTarget() instanceof TextInputControl
        && !event.isControlDown()
        && !event.isAltDown()
        && !event.isMetaDown()
        && !event.getCode().isFunctionKey();
  }
}
