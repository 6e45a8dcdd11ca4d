package org.facewright.leakage;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.facewright.leakage.search.LeakEngine;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.FaceOrigin;
import org.facewright.ui.wall.FacePicture;
import org.facewright.ui.wall.FaceState;
import org.facewright.ui.wall.SimilarityBar;
import org.facewright.ui.wall.Thumbnails;
import org.jspecify.annotations.Nullable;

/** Somebody new beside the real person they look like. */
final class PairCell extends ListCell<LeakageModel.Shown> {
  private static final Texts TEXTS = Texts.of(PairCell.class);
  static final double HEIGHT = 96;
  private static final double EDGE = 80;

  private final Thumbnails<Long> thumbnails;
  private final FacePicture fresh = new FacePicture();
  private final FacePicture real = new FacePicture();
  private final Label noPicture = new Label();
  private final Label label = new Label();
  private final Label name = new Label();
  private final Label words = new Label();
  private final SimilarityBar bar = new SimilarityBar();
  private final HBox line;
  private @Nullable LeakPair loaded;

  PairCell(Thumbnails<Long> thumbnails) {
    this.thumbnails = thumbnails;
    square(fresh);
    square(real);
    noPicture.getStyleClass().add("fw-caption");
    noPicture.setWrapText(true);
    StackPane right = new StackPane(real, noPicture);
    right.setMinSize(EDGE, EDGE);
    right.setMaxSize(EDGE, EDGE);
    label.getStyleClass().add("fw-name");
    name.getStyleClass().add("fw-muted");
    words.getStyleClass().add("fw-caption");
    label.setMinWidth(0);
    name.setMinWidth(0);
    bar.setMinSize(120, 16);
    bar.setMaxSize(220, 16);
    VBox texts = new VBox(4, label, name, bar, words);
    texts.setAlignment(Pos.CENTER_LEFT);
    texts.setMinWidth(0);
    HBox.setHgrow(texts, Priority.ALWAYS);
    line = new HBox(8, fresh, right, texts);
    line.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
  }

  private static void square(Region picture) {
    picture.setMinSize(EDGE, EDGE);
    picture.setMaxSize(EDGE, EDGE);
  }

  @Override
  protected void updateItem(LeakageModel.@Nullable Shown shown, boolean empty) {
    super.updateItem(shown, empty);
    if (empty || shown == null) {
      setGraphic(null);
      fresh.release();
      real.release();
      loaded = null;
      return;
    }
    show(shown);
    setGraphic(line);
  }

  private void show(LeakageModel.Shown shown) {
    LeakPair pair = shown.pair();
    if (!pair.equals(loaded)) {
      loaded = pair;
      load(fresh, shown.newImage());
      load(real, shown.realImage());
    }
    boolean pictured = shown.realImage() >= 0;
    real.setVisible(pictured);
    noPicture.setVisible(!pictured);
    noPicture.setText(TEXTS.get("pair.no.picture", pair.row()));
    boolean open = shown.standing() == Standing.OPEN;
    FaceState state =
        switch (shown.standing()) {
          case REJECTED -> FaceState.REJECTED;
          case ACCEPTED -> FaceState.KEPT;
          case OPEN ->
              pair.similarity() > LeakEngine.SIMILAR ? FaceState.AMBIGUOUS : FaceState.KEPT;
        };
    fresh.mark(state, !open, origin(shown));
    label.setText(pair.image() < 0 ? pair.label() : TEXTS.get("pair.image", pair.label()));
    name.setText(TEXTS.get("pair.like", pair.name()));
    bar.show(pair.similarity());
    words.setText(words(shown));
    setAccessibleText(TEXTS.get("pair.spoken", label.getText(), name.getText(), words.getText()));
  }

  private void load(FacePicture picture, long image) {
    if (image >= 0) {
      picture.load(thumbnails, image, EDGE);
    } else {
      picture.release();
    }
  }

  private static FaceOrigin origin(LeakageModel.Shown shown) {
    return switch (shown.origin()) {
      case IMPORTED -> FaceOrigin.IMPORTED;
      case RENDERED -> FaceOrigin.RENDERED;
      case VEC2FACE -> FaceOrigin.VEC2FACE;
      case SDXL -> FaceOrigin.DIFFUSION;
    };
  }

  private static String words(LeakageModel.Shown shown) {
    float similarity = shown.pair().similarity();
    String near =
        similarity > LeakEngine.SAME
            ? TEXTS.get("near.same")
            : similarity > LeakEngine.SIMILAR ? TEXTS.get("near.similar") : TEXTS.get("near.other");
    return switch (shown.standing()) {
      case OPEN -> near;
      case ACCEPTED -> TEXTS.get("near.accepted", near);
      case REJECTED -> TEXTS.get("near.rejected", near);
    };
  }
}
