package org.facewright.generation.vec2face.preview;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.facewright.ui.form.Explained;
import org.facewright.ui.form.Segments;
import org.facewright.ui.text.Texts;

/** All directions with a slider each, in a virtual list. */
final class DirectionsPanel {
  private static final Texts TEXTS = Texts.of(DirectionsPanel.class);
  private static final double ROW = 32;

  private final PreviewModel model;

  DirectionsPanel(PreviewModel model) {
    this.model = model;
  }

  Node view() {
    DirectionsModel directions = model.directions();
    Segments<DirectionsModel.Basis> bases =
        new Segments<>(
            List.of(DirectionsModel.Basis.values()),
            DirectionsModel.Basis.COORDINATES,
            DirectionsModel.Basis::label);
    bases.setId("vec2face-basis");
    bases.value().addListener((value, before, now) -> directions.show(now));
    Button rank = new Button(TEXTS.get("rank"));
    rank.setId("vec2face-rank");
    rank.getStyleClass().add("small");
    Explained.with(rank, TEXTS.get("rank.tip"));
    rank.setOnAction(event -> directions.rank());
    Button reset = new Button(TEXTS.get("directions.reset"));
    reset.setId("vec2face-reset");
    reset.getStyleClass().addAll("small", "flat");
    reset.setOnAction(event -> model.change(form -> form.withMoves(Moves.NONE)));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(8, bases, gap, rank, reset);
    head.setAlignment(Pos.CENTER_LEFT);
    Label about = new Label();
    about.getStyleClass().add("fw-caption");
    about.setWrapText(true);
    ListView<Direction> list = new ListView<>();
    list.setId("vec2face-directions");
    list.setFixedCellSize(ROW);
    list.setCellFactory(view -> new DirectionCell(model));
    list.getStyleClass().addAll("fw-directions");
    list.setMinHeight(ROW * 4);
    VBox.setVgrow(list, Priority.ALWAYS);
    directions
        .listed()
        .subscribe(
            now -> {
              bases.value().set(now.basis());
              list.getItems().setAll(now.directions());
              about.setText(now.about());
              rank.setVisible(now.basis() == DirectionsModel.Basis.COORDINATES);
            });
    directions
        .ranking()
        .subscribe(
            now -> {
              double share = now.doubleValue();
              rank.setDisable(share >= 0);
              rank.setText(
                  share < 0
                      ? TEXTS.get("rank")
                      : TEXTS.get("rank.running", "%.0f".formatted(100 * share)));
            });
    VBox box = new VBox(8, head, about, list);
    VBox.setVgrow(box, Priority.ALWAYS);
    return box;
  }
}
