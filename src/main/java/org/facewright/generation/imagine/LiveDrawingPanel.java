package org.facewright.generation.imagine;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.facewright.image.ImageException;
import org.facewright.ui.wall.Pixels;

/** The picture that is being drawn, step by step. */
final class LiveDrawingPanel {
  private static final double SIDE = 96;

  private final ImagineModel model;
  private final ImageView preview = new ImageView();
  private final Label title = new Label();
  private final Label prompt = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final HBox box = new HBox(12);

  LiveDrawingPanel(ImagineModel model) {
    this.model = model;
  }

  Node view() {
    preview.setFitWidth(SIDE);
    preview.setFitHeight(SIDE);
    preview.setPreserveRatio(true);
    preview.setId("imagine-preview");
    title.setId("imagine-live");
    prompt.getStyleClass().add("fw-caption");
    prompt.setWrapText(true);
    prompt.setMaxHeight(48);
    bar.setMaxWidth(Double.MAX_VALUE);
    VBox words = new VBox(6, title, bar, prompt);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    box.getChildren().setAll(preview, words);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("fw-card");
    box.managedProperty().bind(box.visibleProperty());
    model.gallery().drawing().subscribe(this::show);
    return box;
  }

  private void show(Optional<DrawingBoard.Drawing> now) {
    box.setVisible(now.isPresent());
    now.ifPresent(this::show);
  }

  private void show(DrawingBoard.Drawing now) {
    DrawingStep step = now.step();
    String left =
        Double.isNaN(now.secondsLeft())
            ? ""
            : ", " + PictureTime.words(now.secondsLeft()) + " left for all";
    title.setText(
        String.format(
            Locale.ENGLISH,
            "Person %,d of %,d, try %d: step %d of %d, %.1f s a step%s",
            now.item() + 1,
            now.count(),
            now.attempt() + 1,
            step.done(),
            step.steps(),
            step.secondsPerStep(),
            left));
    bar.setProgress((double) step.done() / step.steps());
    prompt.setText(now.prompt());
    try {
      preview.setImage(Pixels.image(step.picture()));
    } catch (ImageException e) {
      preview.setImage(null);
    }
  }
}
