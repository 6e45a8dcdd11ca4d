package org.facewright.gallery;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageState;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.FaceOrigin;
import org.facewright.ui.wall.FacePicture;
import org.facewright.ui.wall.Thumbnails;

/** One picture of the opened identity, large: arrows walk on, K, X and S decide, Space closes. */
final class LargePanel extends VBox {
  private static final Texts TEXTS = Texts.of(LargePanel.class);
  private static final double EDGE = 448;

  private final IdentitiesModel model;
  private final Thumbnails<FaceKey> thumbnails;
  private final BiConsumer<FaceImage, ImageState> judge;
  private final Runnable close;
  private final List<Long> order;
  private final FacePicture picture = new FacePicture();
  private final Label name = new Label();
  private final Label place = new Label();
  private final Label facts = new Label();
  private final Subscription watching;
  private int at;
  private long loaded;

  /**
   * @param first which of the opened identity's images is shown first
   * @param judge decides about an image
   * @param close takes this sheet away
   */
  LargePanel(
      IdentitiesModel model,
      Thumbnails<FaceKey> thumbnails,
      int first,
      BiConsumer<FaceImage, ImageState> judge,
      Runnable close) {
    super(12);
    this.model = model;
    this.thumbnails = thumbnails;
    this.judge = judge;
    this.close = close;
    at = first;
    order =
        model.opened().get().map(OpenedIdentity::images).orElse(List.of()).stream()
            .map(FaceImage::id)
            .toList();
    setId("large-picture");
    getStyleClass().addAll("fw-sheet", "fw-key-sheet");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    picture.setMinSize(EDGE, EDGE);
    picture.setMaxSize(EDGE, EDGE);
    name.getStyleClass().add("fw-title");
    place.getStyleClass().add("fw-muted");
    facts.setWrapText(true);
    facts.setMaxWidth(EDGE);
    Label keys = new Label(TEXTS.get("large.keys"));
    keys.getStyleClass().add("fw-caption");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(12, name, gap, place);
    head.setAlignment(Pos.BASELINE_LEFT);
    getChildren().addAll(head, picture, facts, keys);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    // A decision changes the order on the wall; here the walk goes on as it began.
    watching = model.opened().subscribe(now -> show());
    sceneProperty()
        .addListener(
            (property, before, now) -> {
              if (now == null) {
                watching.unsubscribe();
                picture.release();
              }
            });
  }

  private Optional<FaceImage> current() {
    if (at < 0 || at >= order.size()) {
      return Optional.empty();
    }
    long id = order.get(at);
    return model.opened().get().stream()
        .flatMap(opened -> opened.images().stream())
        .filter(image -> image.id() == id)
        .findFirst();
  }

  private void show() {
    current().ifPresent(this::show);
  }

  private void show(FaceImage image) {
    FaceOrigin origin =
        model
            .opened()
            .get()
            .map(opened -> IdentityCell.origin(opened.identity().origin()))
            .orElse(FaceOrigin.IMPORTED);
    name.setText(image.name());
    place.setText(TEXTS.get("large.place", at + 1, order.size()));
    facts.setText(Provenance.words(image));
    picture.mark(IdentityCell.look(image, origin).state(), image.decided(), origin);
    setAccessibleText(image.name() + ", " + Provenance.words(image));
    if (loaded != image.id()) {
      loaded = image.id();
      picture.load(thumbnails, FaceKey.image(image.id()), EDGE);
    }
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT, UP -> step(-1);
      case RIGHT, DOWN -> step(1);
      case SPACE, ENTER -> close.run();
      case K -> judge(ImageState.KEPT);
      case X -> judge(ImageState.REJECTED);
      case S -> judge(ImageState.AMBIGUOUS);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void judge(ImageState state) {
    current().ifPresent(image -> judge.accept(image, state));
    step(1);
  }

  private void step(int by) {
    at = Math.clamp(at + by, 0, Math.max(0, order.size() - 1));
    show();
  }
}
