package org.facewright.ui.action;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A few actions in one line: key, name, key, name. */
public final class KeyLegend extends HBox {
  public KeyLegend(List<Action> actions) {
    super(12);
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    for (Action action : actions) {
      Label name = new Label(action.name());
      name.setMinWidth(USE_PREF_SIZE);
      HBox pair = new HBox(4, new KeyCaps(action.key()), name);
      pair.setAlignment(Pos.CENTER_LEFT);
      getChildren().add(pair);
    }
  }
}
