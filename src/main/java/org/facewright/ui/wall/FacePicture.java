package org.facewright.ui.wall;

import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * One face in the language of states that is the same everywhere: kept plain, rejected pale and
 * hatched, ambiguous ringed in amber, decided with a corner mark, synthetic with a dotted ring and
 * a letter. Square; marks exist only once they are needed. FX thread only.
 */
public final class FacePicture extends Region implements Thumbnails.Listener {
  private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
  private static final double REJECTED_OPACITY = 0.45;

  private final ImageView view = new ImageView();
  // A node shown or hidden: a pseudo-class would have its style computed at every scroll.
  private final Region waiting = new Region();
  private @Nullable Region hatch;
  private @Nullable Region ring;
  private @Nullable Region corner;
  private @Nullable Region dots;
  private @Nullable Label letter;
  private Thumbnails.@Nullable Ticket ticket;

  public FacePicture() {
    getStyleClass().add("fw-face");
    view.setSmooth(true);
    waiting.getStyleClass().add("fw-waiting");
    getChildren().addAll(waiting, view);
  }

  /** Loads the picture a key names, forgetting the one before. */
  public <K> void load(Thumbnails<K> thumbnails, K key, double edge) {
    release();
    double scale = getScene() == null ? 1 : getScene().getWindow().getRenderScaleX();
    waiting.setVisible(true);
    ticket = thumbnails.request(key, (int) Math.ceil(edge * scale), this);
  }

  /** Stops waiting and shows nothing. */
  public void release() {
    if (ticket != null) {
      ticket.cancel();
      ticket = null;
    }
    view.setImage(null);
    pseudoClassStateChanged(MISSING, false);
  }

  @Override
  public void ready(Image image) {
    pseudoClassStateChanged(MISSING, false);
    double edge = Math.min(image.getWidth(), image.getHeight());
    view.setViewport(
        image.getWidth() == image.getHeight()
            ? null
            : new Rectangle2D(
                (image.getWidth() - edge) / 2, (image.getHeight() - edge) / 2, edge, edge));
    view.setImage(image);
    waiting.setVisible(false);
  }

  @Override
  public void failed(String why) {
    waiting.setVisible(false);
    pseudoClassStateChanged(MISSING, true);
    setAccessibleHelp(why);
  }

  /** The marks; the picture itself is loaded apart. */
  public void mark(FaceState state, boolean decided, FaceOrigin origin) {
    boolean rejected = state == FaceState.REJECTED;
    view.setOpacity(rejected ? REJECTED_OPACITY : 1);
    hatch = shown(hatch, rejected, "fw-hatch");
    dots = shown(dots, origin != FaceOrigin.IMPORTED, "fw-dots");
    ring = shown(ring, state == FaceState.AMBIGUOUS, "fw-ring");
    corner = shown(corner, decided, "fw-corner");
    if (origin != FaceOrigin.IMPORTED && letter == null) {
      letter = new Label();
      letter.getStyleClass().add("fw-letter");
      letter.setCache(true);
      getChildren().add(letter);
    }
    if (letter != null) {
      letter.setText(origin.letter());
      letter.setVisible(origin != FaceOrigin.IMPORTED);
    }
  }

  private @Nullable Region shown(@Nullable Region mark, boolean wanted, String style) {
    Region region = mark;
    if (region == null && wanted) {
      region = new Region();
      region.getStyleClass().add(style);
      // Outlines and hatching are slow to draw and stay the same while the wall scrolls.
      region.setCache(true);
      getChildren().add(region);
    }
    if (region != null) {
      region.setVisible(wanted);
    }
    return region;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    view.setFitWidth(width);
    view.setFitHeight(height);
    view.relocate(0, 0);
    cover(waiting, width, height);
    cover(hatch, width, height);
    cover(ring, width, height);
    cover(dots, width, height);
    if (corner != null) {
      double size = Math.min(14, width / 4);
      corner.resizeRelocate(width - size, 0, size, size);
    }
    if (letter != null) {
      letter.autosize();
      letter.relocate(4, height - letter.getHeight() - 4);
    }
  }

  private static void cover(@Nullable Region mark, double width, double height) {
    if (mark != null) {
      mark.resizeRelocate(0, 0, width, height);
    }
  }
}
