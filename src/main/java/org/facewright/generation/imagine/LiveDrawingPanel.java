package org.facewright.generation.imagine;

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
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.Pixels;

/** The picture that is being drawn, step by step. */
final class LiveDrawingPanel {
  private static final Texts TEXTS = Texts.of(LiveDrawingPanel.class);
  private static final double SIDE = 96;

  private static final double MINUTE = 60;
  private static final double HOUR = 3600;

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

  private static String words(DrawingBoard.Drawing now, DrawingStep step) {
    String pace = "%.1f".formatted(step.secondsPerStep());
    int person = now.item() + 1;
    int attempt = now.attempt() + 1;
    return Double.isNaN(now.secondsLeft())
        ? TEXTS.get("live", person, now.count(), attempt, step.done(), step.steps(), pace)
        : TEXTS.get(
            "live.left",
            person,
            now.count(),
            attempt,
            step.done(),
            step.steps(),
            pace,
            time(now.secondsLeft()));
  }

  /** A time in words: "less than a second", "about 40 seconds", "about 3 hours". */
  static String time(double seconds) {
    if (seconds < 1) {
      return TEXTS.get("time.moment");
    }
    if (seconds < 2 * MINUTE) {
      return TEXTS.get("time.seconds", "%.0f".formatted(seconds));
    }
    if (seconds < 2 * HOUR) {
      return TEXTS.get("time.minutes", "%.0f".formatted(seconds / MINUTE));
    }
    double hours = seconds / HOUR;
    return hours < 48
        ? TEXTS.get("time.hours", "%.0f".formatted(hours))
        : TEXTS.get("time.days", "%,.0f".formatted(hours / 24));
  }

  private void show(DrawingBoard.Drawing now) {
    DrawingStep step = now.step();
    title.setText(words(now, step));
    bar.setProgress((double) step.done() / step.steps());
    prompt.setText(now.prompt());
    try {
      preview.setImage(Pixels.image(step.picture()));
    } catch (ImageException e) {
      preview.setImage(null);
    }
  }
}
