package org.facewright.ui.theme;

import javafx.animation.FadeTransition;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.util.Duration;

/** Motion only to explain, 120 ms at most, none where the user asked for none. FX thread only. */
public final class Motion {
  private static final Duration SHORT = Duration.millis(120);
  private final ObservableBooleanValue reduced;

  public Motion(ObservableBooleanValue reduced) {
    this.reduced = reduced;
  }

  public void fadeIn(Node node) {
    if (reduced.get()) {
      node.setOpacity(1);
      return;
    }
    FadeTransition fade = new FadeTransition(SHORT, node);
    fade.setFromValue(0);
    fade.setToValue(1);
    fade.play();
  }
}
