package org.facewright.gallery;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.facewright.ui.text.Texts;
import org.facewright.ui.theme.Icons;
import org.facewright.ui.wall.FacePicture;
import org.facewright.ui.wall.Thumbnails;
import org.jspecify.annotations.Nullable;

/** Somebody to move pictures to: four faces, the label, how many images; or a new identity. */
final class MoveCell extends ListCell<MoveChoice> {
  private static final Texts TEXTS = Texts.of(MoveCell.class);
  static final double HEIGHT = 52;
  private static final int FACES = 4;
  private static final double EDGE = 40;

  private final Thumbnails<FaceKey> thumbnails;
  private final List<FacePicture> pictures = new ArrayList<>();
  private final HBox faces = new HBox(3);
  private final Label name = new Label();
  private final Label detail = new Label();
  private final HBox line;

  MoveCell(Thumbnails<FaceKey> thumbnails) {
    this.thumbnails = thumbnails;
    for (int i = 0; i < FACES; i++) {
      FacePicture picture = new FacePicture();
      picture.setMinSize(EDGE, EDGE);
      picture.setPrefSize(EDGE, EDGE);
      picture.setMaxSize(EDGE, EDGE);
      pictures.add(picture);
    }
    faces.setMinWidth(FACES * (EDGE + 3));
    faces.setAlignment(Pos.CENTER_LEFT);
    name.getStyleClass().add("fw-name");
    detail.getStyleClass().add("fw-caption");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    line = new HBox(12, faces, name, gap, detail);
    line.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  protected void updateItem(@Nullable MoveChoice choice, boolean empty) {
    super.updateItem(choice, empty);
    if (empty || choice == null) {
      pictures.forEach(FacePicture::release);
      setGraphic(null);
      return;
    }
    name.setText(choice.label());
    detail.setText(choice.fresh() ? TEXTS.get("move.new") : DecisionsModel.images(choice.images()));
    if (choice.fresh()) {
      pictures.forEach(FacePicture::release);
      faces.getChildren().setAll(Icons.of("fth-user-plus"));
    } else {
      int shown = Math.min(FACES, choice.images());
      faces.getChildren().setAll(pictures.subList(0, shown));
      for (int i = 0; i < shown; i++) {
        pictures.get(i).load(thumbnails, FaceKey.of(choice.id(), i), EDGE);
      }
    }
    setGraphic(line);
  }
}
