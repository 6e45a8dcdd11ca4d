package org.facewright.generation.vec2face.preview;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.facewright.image.RgbImage;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.Pixels;
import org.jspecify.annotations.Nullable;

/** A drawn face with its similarity in the corner: a number first, a colour second. */
final class FaceBadgeCell extends StackPane {
  private static final Texts TEXTS = Texts.of(FaceBadgeCell.class);
  private final ImageView view = new ImageView();
  private final Label badge = new Label();
  private @Nullable RgbImage shown;

  FaceBadgeCell() {
    view.setPreserveRatio(true);
    view.setSmooth(true);
    badge.getStyleClass().add("fw-alike");
    badge.setVisible(false);
    StackPane.setAlignment(badge, Pos.BOTTOM_LEFT);
    getStyleClass().add("fw-drawn-face");
    getChildren().addAll(view, badge);
    setMinSize(0, 0);
  }

  void edge(double pixels) {
    view.setFitWidth(pixels);
    view.setFitHeight(pixels);
    setMinSize(pixels, pixels);
    setPrefSize(pixels, pixels);
    setMaxSize(pixels, pixels);
  }

  /**
   * @param alike NaN shows no badge
   * @param least from which it counts as the same person
   */
  void show(@Nullable RgbImage face, double alike, double least) {
    if (face != shown) {
      shown = face;
      view.setImage(face == null ? null : Pixels.image(face));
    }
    badge.setVisible(!Double.isNaN(alike));
    if (!Double.isNaN(alike)) {
      badge.setText(text(alike));
      badge.getStyleClass().setAll("label", "fw-alike", alike >= least ? "fw-same" : "fw-other");
      badge.setAccessibleText(
          alike >= least
              ? TEXTS.get("badge.same", text(alike))
              : TEXTS.get("badge.other", text(alike)));
    }
  }

  static String text(double alike) {
    return String.format(Locale.ROOT, "%.2f", alike).replaceFirst("^(-?)0\\.", "$1.");
  }
}
