package org.facewright.gallery;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.facewright.project.ImageState;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.FaceOrigin;
import org.facewright.ui.wall.FacePicture;
import org.facewright.ui.wall.FaceState;
import org.facewright.ui.wall.Thumbnails;

/** The face of the point under the pointer, beside it. */
final class MapHoverPanel extends VBox {
  private static final Texts TEXTS = Texts.of(MapHoverPanel.class);
  private static final double EDGE = 112;
  private static final double AWAY = 16;

  private final Thumbnails<FaceKey> thumbnails;
  private final FacePicture face = new FacePicture();
  private final Label name = new Label();
  private final Label state = new Label();

  MapHoverPanel(Thumbnails<FaceKey> thumbnails) {
    super(4);
    this.thumbnails = thumbnails;
    setId("map-hover");
    getStyleClass().add("fw-card");
    setPadding(new Insets(8));
    face.setMinSize(EDGE, EDGE);
    face.setMaxSize(EDGE, EDGE);
    name.getStyleClass().add("fw-name");
    state.getStyleClass().add("fw-caption");
    name.setMaxWidth(EDGE);
    state.setMaxWidth(EDGE);
    getChildren().addAll(face, name, state);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMouseTransparent(true);
    setVisible(false);
  }

  void show(Optional<MapPoint> point) {
    setVisible(point.isPresent());
    point.ifPresent(
        now -> {
          face.load(thumbnails, now.face(), EDGE);
          face.mark(look(now.state()), false, FaceOrigin.IMPORTED);
          name.setText(now.label());
          state.setText(
              now.image() > 0
                  ? one(now.state())
                  : TEXTS.get("map.hover", words(now.state()), now.source()));
        });
  }

  private FaceState look(ImageState state) {
    return state == ImageState.AMBIGUOUS ? FaceState.AMBIGUOUS : FaceState.KEPT;
  }

  private static String words(ImageState state) {
    return switch (state) {
      case KEPT -> TEXTS.get("all.kept");
      case REJECTED -> TEXTS.get("all.rejected");
      case AMBIGUOUS -> TEXTS.get("all.ambiguous");
      case UNJUDGED -> TEXTS.get("one.unjudged");
    };
  }

  private static String one(ImageState state) {
    return switch (state) {
      case KEPT -> TEXTS.get("one.kept");
      case REJECTED -> TEXTS.get("one.rejected");
      case AMBIGUOUS -> TEXTS.get("one.ambiguous");
      case UNJUDGED -> TEXTS.get("one.unjudged");
    };
  }

  /** Beside the pointer, within the map. */
  void follow(double x, double y, double width, double height) {
    double right = x + AWAY + getWidth() > width ? x - AWAY - getWidth() : x + AWAY;
    double below = y + AWAY + getHeight() > height ? y - AWAY - getHeight() : y + AWAY;
    setTranslateX(Math.max(0, right));
    setTranslateY(Math.max(0, below));
  }
}
