package org.facewright.ui.shell;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.facewright.ui.theme.Motion;
import org.jspecify.annotations.Nullable;

/**
 * One sheet at a time above the window: palette, keys, settings. Esc or a click beside it closes.
 */
public final class Overlay extends StackPane {
  private final Motion motion;
  private final Region backdrop = new Region();
  private @Nullable Node focusBefore;

  Overlay(Motion motion) {
    this.motion = motion;
    getStyleClass().add("fw-overlay");
    backdrop.getStyleClass().add("fw-backdrop");
    setVisible(false);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
    // Keys of the page below rest while a sheet is open.
    addEventHandler(KeyEvent.ANY, KeyEvent::consume);
  }

  /** Shows a sheet in the upper third, in place of any other. */
  public void show(Node sheet) {
    if (!isVisible()) {
      focusBefore = getScene() == null ? null : getScene().getFocusOwner();
    }
    setAlignment(sheet, Pos.TOP_CENTER);
    setMargin(sheet, new Insets(72, 24, 24, 24));
    getChildren().setAll(backdrop, sheet);
    setVisible(true);
    motion.fadeIn(this);
    sheet.setFocusTraversable(true);
    sheet.requestFocus();
  }

  public void close() {
    setVisible(false);
    getChildren().clear();
    if (focusBefore != null && focusBefore.getScene() == getScene()) {
      focusBefore.requestFocus();
    }
    focusBefore = null;
  }

  public Optional<Node> sheet() {
    return isVisible() ? Optional.of(getChildren().getLast()) : Optional.empty();
  }

  private void pressed(MouseEvent event) {
    if (event.getTarget() == this || event.getTarget() == backdrop) {
      close();
    }
    event.consume();
  }

  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      close();
    }
  }
}
