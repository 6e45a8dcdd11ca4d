package org.facewright.generation.vec2face.preview;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.facewright.ui.form.Explained;
import org.facewright.ui.form.Segments;
import org.facewright.ui.text.Texts;

/** How the vector is moved: by hand, or by what its face shall be. */
final class MovesPanel {
  private static final Texts TEXTS = Texts.of(MovesPanel.class);
  private static final String BY_HAND = TEXTS.get("ways.directions");
  private static final String BY_TARGET = TEXTS.get("ways.targets");

  private final PreviewModel model;

  MovesPanel(PreviewModel model) {
    this.model = model;
  }

  Node view() {
    Node directions = new DirectionsPanel(model).view();
    Node targets = new TargetsPanel(model).view();
    Segments<String> ways = new Segments<>(List.of(BY_HAND, BY_TARGET), BY_HAND, way -> way);
    ways.setId("vec2face-ways");
    Explained.with(ways, TEXTS.get("ways.tip"));
    VBox box = new VBox(8, ways);
    VBox.setVgrow(directions, Priority.ALWAYS);
    ways.value()
        .subscribe(
            now -> box.getChildren().setAll(ways, now.equals(BY_HAND) ? directions : targets));
    VBox.setVgrow(box, Priority.ALWAYS);
    return box;
  }
}
