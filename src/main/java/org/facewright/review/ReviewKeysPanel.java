package org.facewright.review;

import java.util.List;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.shell.Overlay;
import org.facewright.ui.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The keys of reviewing, shown and listened to: those that are held, and the space bar, are the
 * scene's while the page is on screen.
 */
final class ReviewKeysPanel extends VBox {
  private static final Texts TEXTS = Texts.of(ReviewKeysPanel.class);

  private final Overlay overlay;
  private final FaceStagePanel stage;
  private final Runnable keep;
  private final EventHandler<KeyEvent> holding = this::held;
  private final EventHandler<KeyEvent> spacing = this::space;
  private @Nullable Scene wired;

  /**
   * @param stage what held keys change
   * @param keep what the space bar does
   */
  ReviewKeysPanel(
      Actions actions, List<Action> answers, Overlay overlay, FaceStagePanel stage, Runnable keep) {
    super(8);
    this.overlay = overlay;
    this.stage = stage;
    this.keep = keep;
    ActionControls controls = new ActionControls(actions);
    HBox keys = new HBox(8);
    keys.setAlignment(Pos.CENTER);
    for (Action action : answers) {
      Button button = controls.button(action);
      button.setFocusTraversable(false);
      button.setText(action.name() + "   " + action.keyText());
      keys.getChildren().add(button);
    }
    Label more = new Label(TEXTS.get("keys"));
    more.getStyleClass().add("fw-caption");
    getChildren().addAll(keys, more);
    setAlignment(Pos.CENTER);
  }

  /** Else a button would have the focus, and the space bar with it. */
  void takeFocus() {
    Scene scene = wired;
    if (scene != null
        && !overlay.isVisible()
        && !(scene.getFocusOwner() instanceof TextInputControl)) {
      stage.requestFocus();
    }
  }

  private void held(KeyEvent event) {
    boolean down = event.getEventType() == KeyEvent.KEY_PRESSED;
    if (down && event.getTarget() instanceof TextInputControl || overlay.isVisible()) {
      return;
    }
    switch (event.getCode()) {
      case C -> stage.compare(down);
      case F -> {
        if (!down || !stage.flickering()) {
          stage.flicker(down);
        }
      }
      case Z -> stage.magnify(down);
      case PLUS, EQUALS, ADD -> zoom(down, () -> stage.closer(true));
      case MINUS, SUBTRACT -> zoom(down, () -> stage.closer(false));
      case DIGIT0, NUMPAD0 -> zoom(down, stage::whole);
      default -> {}
    }
  }

  private static void zoom(boolean down, Runnable change) {
    if (down) {
      change.run();
    }
  }

  /** Space keeps, wherever the focus is, but for buttons and fields, which need it themselves. */
  private void space(KeyEvent event) {
    boolean own =
        event.getTarget() instanceof TextInputControl || event.getTarget() instanceof ButtonBase;
    if (event.getCode() == KeyCode.SPACE && !own && !overlay.isVisible()) {
      event.consume();
      keep.run();
    }
  }

  /** Keys that are held, and the space bar, are the scene's while the page is on screen. */
  void wire(@Nullable Scene scene) {
    Scene before = wired;
    if (before != null) {
      before.removeEventHandler(KeyEvent.KEY_PRESSED, holding);
      before.removeEventHandler(KeyEvent.KEY_RELEASED, holding);
      before.removeEventFilter(KeyEvent.KEY_PRESSED, spacing);
    }
    wired = scene;
    if (scene != null) {
      scene.addEventHandler(KeyEvent.KEY_PRESSED, holding);
      scene.addEventHandler(KeyEvent.KEY_RELEASED, holding);
      scene.addEventFilter(KeyEvent.KEY_PRESSED, spacing);
    }
  }
}
