package org.facewright.curriculum;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.Cursor;
import javafx.scene.layout.Pane;
import org.facewright.project.release.ReleaseImage;
import org.facewright.ui.chart.CutHistogram;
import org.facewright.ui.form.Explained;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.FacePicture;
import org.facewright.ui.wall.Thumbnails;

/** Faces at each difficulty, under the axis of the histogram: columns of equal width. */
final class FaceStripPanel extends Pane {
  private static final Texts TEXTS = Texts.of(FaceStripPanel.class);
  static final int COLUMNS = 14;
  private static final int ROWS = 2;
  private static final double GAP = 4;
  private static final double LARGEST = 64;

  private final Thumbnails<Long> thumbnails;
  private final LongConsumer open;
  private final List<List<FacePicture>> columns = new ArrayList<>();
  private List<ReleaseImage> shown = List.of();

  /**
   * @param open shows the identity of an image, by the image's id
   */
  FaceStripPanel(Thumbnails<Long> thumbnails, LongConsumer open) {
    this.thumbnails = thumbnails;
    this.open = open;
    setId("curriculum-faces");
    setMinHeight(ROWS * (LARGEST + GAP));
  }

  /** The images shown, column by column. */
  List<ReleaseImage> images() {
    return shown;
  }

  void show(DifficultyProfile profile) {
    List<ReleaseImage> all = new ArrayList<>();
    columns.clear();
    getChildren().clear();
    double width = (profile.high() - profile.low()) / COLUMNS;
    for (int column = 0; column < COLUMNS && !profile.empty(); column++) {
      double from = profile.low() + column * width;
      double to = column + 1 == COLUMNS ? Double.POSITIVE_INFINITY : from + width;
      List<FacePicture> pictures = new ArrayList<>();
      for (ReleaseImage image : profile.between(from, to, ROWS)) {
        pictures.add(picture(image));
        all.add(image);
      }
      columns.add(pictures);
    }
    shown = List.copyOf(all);
    requestLayout();
  }

  private FacePicture picture(ReleaseImage image) {
    FacePicture picture = new FacePicture();
    long id = image.from().image();
    picture.load(thumbnails, id, LARGEST);
    picture.setCursor(Cursor.HAND);
    picture.setOnMouseClicked(event -> open.accept(id));
    picture.setAccessibleText(
        TEXTS.get("face.spoken", image.identity(), String.valueOf(image.difficulty())));
    Explained.with(
        picture,
        TEXTS.get(
            "face.tip",
            image.identity(),
            image.name(),
            image.source(),
            "%.3f".formatted(image.difficulty())));
    getChildren().add(picture);
    return picture;
  }

  @Override
  protected void layoutChildren() {
    double width = (getWidth() - 2 * CutHistogram.SIDE) / COLUMNS;
    double edge = Math.min(LARGEST, width - GAP);
    for (int column = 0; column < columns.size(); column++) {
      double left = CutHistogram.SIDE + column * width + (width - edge) / 2;
      for (int row = 0; row < columns.get(column).size(); row++) {
        columns.get(column).get(row).resizeRelocate(left, row * (edge + GAP), edge, edge);
      }
    }
  }
}
