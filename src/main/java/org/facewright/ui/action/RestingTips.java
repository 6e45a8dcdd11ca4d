package org.facewright.ui.action;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Shows the tooltips of disabled controls, too: JavaFX does not, though the reason why something
 * cannot be done is wanted most there. FX thread only.
 */
public final class RestingTips {
  private static final int BELOW = 16;

  private final PauseTransition wait = new PauseTransition(Duration.millis(500));
  private @Nullable Control under;
  private @Nullable Tooltip shown;

  public void install(Scene scene) {
    scene.addEventFilter(MouseEvent.MOUSE_MOVED, event -> moved(scene, event));
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> leave());
    scene.addEventFilter(MouseEvent.MOUSE_EXITED_TARGET, this::exited);
  }

  private void moved(Scene scene, MouseEvent event) {
    Control now =
        resting(event.getPickResult().getIntersectedNode(), event.getSceneX(), event.getSceneY());
    if (now == under) {
      return;
    }
    leave();
    under = now;
    Tooltip tip = now == null ? null : now.getTooltip();
    if (tip != null) {
      double x = event.getScreenX();
      double y = event.getScreenY() + BELOW;
      wait.setOnFinished(
          done -> {
            shown = tip;
            tip.show(scene.getWindow(), x, y);
          });
      wait.playFromStart();
    }
  }

  private void exited(MouseEvent event) {
    if (event.getTarget() instanceof Scene) {
      leave();
    }
  }

  private void leave() {
    wait.stop();
    under = null;
    Tooltip before = shown;
    shown = null;
    if (before != null) {
      before.hide();
    }
  }

  /** The disabled control at a point that has something to say; JavaFX finds what is above it. */
  private static @Nullable Control resting(@Nullable Node node, double x, double y) {
    if (node instanceof Control control && control.isDisabled() && control.getTooltip() != null) {
      return control;
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable().reversed()) {
        if (child.isVisible() && child.contains(child.sceneToLocal(x, y))) {
          return resting(child, x, y);
        }
      }
    }
    return null;
  }
}
