package org.facewright.ui.wall;

import java.util.Objects;
import java.util.function.Function;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** One picture on a wall: the face, below it the caption and the similarity. */
final class FaceTile<T, K> extends Tile<T> {
  private static final double PAD = 4;
  static final double FOOT = 20;

  private final Function<T, K> key;
  private final Function<T, FaceLook> look;
  private final Thumbnails<K> thumbnails;
  private final FacePicture picture = new FacePicture();
  private final Label caption = new Label();
  private final SimilarityBar bar = new SimilarityBar();
  private @Nullable K loaded;
  private final double edge;

  FaceTile(Function<T, K> key, Function<T, FaceLook> look, Thumbnails<K> thumbnails, double edge) {
    this.key = key;
    this.look = look;
    this.thumbnails = thumbnails;
    this.edge = edge;
    caption.getStyleClass().add("fw-caption");
    caption.setMinWidth(0);
    getChildren().addAll(picture, caption, bar);
  }

  @Override
  void draw(T what) {
    FaceLook now = look.apply(what);
    picture.mark(now.state(), now.decided(), now.origin());
    boolean known = !Double.isNaN(now.similarity());
    bar.setVisible(known);
    if (known) {
      bar.show(now.similarity());
    }
    if (!now.caption().equals(caption.getText())) {
      caption.setText(now.caption());
    }
    setAccessibleText(now.spoken());
    K wanted = key.apply(what);
    if (!Objects.equals(wanted, loaded)) {
      loaded = wanted;
      picture.load(thumbnails, wanted, edge);
    }
    requestLayout();
  }

  @Override
  void release() {
    loaded = null;
    picture.release();
  }

  @Override
  protected void layoutChildren() {
    double side = Math.min(getWidth() - 2 * PAD, edge);
    double left = Math.floor((getWidth() - side) / 2);
    picture.resizeRelocate(left, PAD, side, side);
    double top = PAD + side + 2;
    boolean both = bar.isVisible() && !caption.getText().isEmpty();
    double half = both ? Math.min(side * 0.42, caption.prefWidth(-1)) : bar.isVisible() ? 0 : side;
    caption.resizeRelocate(left, top, half, 16);
    bar.resizeRelocate(left + half + (both ? 6 : 0), top, side - half - (both ? 6 : 0), 16);
  }
}
