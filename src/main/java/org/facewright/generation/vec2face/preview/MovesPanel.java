package org.facewright.generation.vec2face.preview;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.facewright.ui.form.Explained;
import org.facewright.ui.form.Segments;

/** How the vector is moved: by hand, or by what its face shall be. */
final class MovesPanel {
  private static final String BY_HAND = "Directions";
  private static final String BY_TARGET = "Targets";

  private final PreviewModel model;

  MovesPanel(PreviewModel model) {
    this.model = model;
  }

  Node view() {
    Node directions = new DirectionsPanel(model).view();
    Node targets = new TargetsPanel(model).view();
    Segments<String> ways = new Segments<>(List.of(BY_HAND, BY_TARGET), BY_HAND, way -> way);
    ways.setId("vec2face-ways");
    Explained.with(
        ways, "Move the vector along directions, or say what its face shall be and let it search.");
    VBox box = new VBox(8, ways);
    VBox.setVgrow(directions, Priority.ALWAYS);
    ways.value()
        .subscribe(
            now -> box.getChildren().setAll(ways, now.equals(BY_HAND) ? directions : targets));
    VBox.setVgrow(box, Priority.ALWAYS);
    return box;
  }
}
