package org.facewright.review;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.util.Duration;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.Thumbnails;
import org.jspecify.annotations.Nullable;

/**
 * The face in question, large; in its very place, while a key is held, the face it is compared
 * with, or both in turn; closer with the wheel, and a magnifier under the pointer.
 */
final class FaceStagePanel extends Region {
  private static final Texts TEXTS = Texts.of(FaceStagePanel.class);
  private static final int EDGE = 512;
  private static final double LENS = 72;
  private static final double POWER = 3;

  /** How much closer a notch of the wheel or a key brings. */
  private static final double STEP = 1.25;

  private final Thumbnails<Long> thumbnails;
  private final ImageView face = view();
  private final ImageView other = view();
  private final ImageView lens = view();
  private final Timeline flicker =
      new Timeline(new KeyFrame(Duration.millis(280), event -> swap(!other.isVisible())));
  private Thumbnails.@Nullable Ticket faceTicket;
  private Thumbnails.@Nullable Ticket otherTicket;
  private boolean magnifying;
  private Zoom zoom = Zoom.NONE;
  private double draggedX;
  private double draggedY;

  FaceStagePanel(Thumbnails<Long> thumbnails) {
    this.thumbnails = thumbnails;
    getStyleClass().add("fw-face-stage");
    // A face is never mirrored, whatever way a language is written.
    setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    setMinSize(160, 160);
    other.setVisible(false);
    lens.setVisible(false);
    lens.setMouseTransparent(true);
    lens.setClip(new Circle(LENS, LENS, LENS));
    getChildren().addAll(face, other, lens);
    flicker.setCycleCount(Animation.INDEFINITE);
    addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_RELEASED, event -> magnify(false));
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
  }

  private static ImageView view() {
    ImageView view = new ImageView();
    view.setSmooth(true);
    view.setPreserveRatio(true);
    return view;
  }

  /** Shows a face; the one before stays until it is there, so that nothing flashes. */
  void show(long image) {
    if (faceTicket != null) {
      faceTicket.cancel();
    }
    face.setUserData(image);
    zoom(Zoom.NONE);
    faceTicket = thumbnails.request(image, EDGE, into(face));
    setAccessibleText(TEXTS.get("stage.face"));
  }

  void compareWith(long image) {
    if (otherTicket != null) {
      otherTicket.cancel();
    }
    otherTicket = thumbnails.request(image, EDGE, into(other));
  }

  /** Decodes a picture that is about to be shown. */
  void preload(long image) {
    thumbnails.request(
        image,
        EDGE,
        new Thumbnails.Listener() {
          @Override
          public void ready(Image loaded) {}

          @Override
          public void failed(String why) {}
        });
  }

  boolean hasBothPictures() {
    return face.getImage() != null && other.getImage() != null;
  }

  /** The other face stands in the face's place. */
  boolean comparing() {
    return other.isVisible();
  }

  boolean flickering() {
    return flicker.getStatus() == Animation.Status.RUNNING;
  }

  void nothing() {
    face.setImage(null);
    other.setImage(null);
  }

  private Thumbnails.Listener into(ImageView view) {
    return new Thumbnails.Listener() {
      @Override
      public void ready(Image image) {
        view.setImage(image);
        zoom(zoom);
        requestLayout();
      }

      @Override
      public void failed(String why) {
        view.setImage(null);
        setAccessibleHelp(why);
      }
    };
  }

  /** The anchor in the face's place. */
  void compare(boolean on) {
    flicker.stop();
    swap(on);
  }

  /** Both in turn. */
  void flicker(boolean on) {
    if (on) {
      flicker.playFromStart();
    } else {
      compare(false);
    }
  }

  private void swap(boolean compared) {
    other.setVisible(compared && other.getImage() != null);
  }

  void magnify(boolean on) {
    magnifying = on;
    if (!on) {
      lens.setVisible(false);
    }
  }

  /** A step closer, or back, about the middle. */
  void closer(boolean on) {
    zoom(zoom.at(.5, .5, on ? STEP : 1 / STEP));
  }

  /** All of the face again. */
  void whole() {
    zoom(Zoom.NONE);
  }

  Zoom zoom() {
    return zoom;
  }

  /** Both faces alike, so that the same places are compared. */
  private void zoom(Zoom wanted) {
    zoom = wanted;
    for (ImageView view : new ImageView[] {face, other}) {
      Image image = view.getImage();
      view.setViewport(image == null || wanted.factor() == 1 ? null : part(image));
    }
  }

  private Rectangle2D part(Image image) {
    return new Rectangle2D(
        zoom.left() * image.getWidth(),
        zoom.top() * image.getHeight(),
        image.getWidth() / zoom.factor(),
        image.getHeight() / zoom.factor());
  }

  private double across(MouseEvent event) {
    return (event.getX() - face.getLayoutX()) / face.getBoundsInLocal().getWidth();
  }

  private double down(MouseEvent event) {
    return (event.getY() - face.getLayoutY()) / face.getBoundsInLocal().getHeight();
  }

  private void scrolled(ScrollEvent event) {
    if (face.getImage() != null && event.getDeltaY() != 0) {
      double x = (event.getX() - face.getLayoutX()) / face.getBoundsInLocal().getWidth();
      double y = (event.getY() - face.getLayoutY()) / face.getBoundsInLocal().getHeight();
      zoom(
          zoom.at(
              Math.clamp(x, 0, 1), Math.clamp(y, 0, 1), event.getDeltaY() > 0 ? STEP : 1 / STEP));
      event.consume();
    }
  }

  private void pressed(MouseEvent event) {
    draggedX = across(event);
    draggedY = down(event);
    magnify(zoom.factor() == 1);
  }

  /** What was brought closer is moved; a whole face is magnified where the pointer is. */
  private void dragged(MouseEvent event) {
    if (zoom.factor() > 1) {
      zoom(zoom.dragged(across(event) - draggedX, down(event) - draggedY));
      draggedX = across(event);
      draggedY = down(event);
    } else {
      moved(event);
    }
  }

  private void moved(MouseEvent event) {
    Image image = face.getImage();
    if (!magnifying || image == null) {
      return;
    }
    double x = zoom.across(across(event)) * image.getWidth();
    double y = zoom.down(down(event)) * image.getHeight();
    double seen = image.getWidth() / zoom.factor() / face.getBoundsInLocal().getWidth();
    double half = LENS * seen / POWER;
    lens.setImage(image);
    lens.setViewport(new Rectangle2D(x - half, y - half, 2 * half, 2 * half));
    lens.setFitWidth(2 * LENS);
    lens.setFitHeight(2 * LENS);
    lens.relocate(event.getX() - LENS, event.getY() - LENS);
    lens.setVisible(true);
  }

  @Override
  protected void layoutChildren() {
    double side = Math.min(getWidth(), getHeight());
    for (ImageView view : new ImageView[] {face, other}) {
      view.setFitWidth(side);
      view.setFitHeight(side);
      double width = view.getBoundsInLocal().getWidth();
      double height = view.getBoundsInLocal().getHeight();
      view.relocate((getWidth() - width) / 2, (getHeight() - height) / 2);
    }
  }
}
