package org.facewright.gallery;

import java.util.List;
import java.util.function.LongConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.facewright.project.ImageState;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.FaceLook;
import org.facewright.ui.wall.FaceOrigin;
import org.facewright.ui.wall.FaceState;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.ui.wall.Wall;

/** The faces that were chosen on the map, and what can be done with them. */
final class MapChoicePanel {
  private static final Texts TEXTS = Texts.of(MapChoicePanel.class);
  private static final double WIDTH = 392;
  private static final double EDGE = 80;

  private final MapModel model;
  private final Actions actions;
  private final LongConsumer open;
  private final BooleanProperty live;
  private final Wall<MapPoint> wall;
  private final Label title = new Label();
  private final List<Action> own;

  MapChoicePanel(
      MapModel model,
      Actions actions,
      Thumbnails<FaceKey> thumbnails,
      BooleanProperty live,
      LongConsumer open) {
    this.model = model;
    this.actions = actions;
    this.live = live;
    this.open = open;
    wall = Wall.ofFaces(MapPoint::face, MapChoicePanel::look, thumbnails, EDGE);
    own = ownActions();
  }

  private static FaceLook look(MapPoint point) {
    // An identity of which some images are rejected is not itself rejected.
    boolean image = point.image() > 0;
    FaceState state =
        switch (point.state()) {
          case AMBIGUOUS -> FaceState.AMBIGUOUS;
          case REJECTED -> image ? FaceState.REJECTED : FaceState.KEPT;
          case KEPT, UNJUDGED -> FaceState.KEPT;
        };
    return new FaceLook(point.label(), state, false, FaceOrigin.IMPORTED, Double.NaN);
  }

  private List<Action> ownActions() {
    BooleanBinding some =
        Bindings.createBooleanBinding(
            () -> live.get() && !model.chosenPoints().isEmpty(),
            live,
            model.chosen(),
            model.shown());
    BooleanBinding one =
        Bindings.createBooleanBinding(
            () -> live.get() && !taken().isEmpty() && taken().getFirst().image() == 0,
            live,
            model.chosen(),
            model.shown(),
            wall.selection().revision());
    return List.of(
        Action.of(
                "map.keep",
                TEXTS.get("map"),
                TEXTS.get("keep"),
                TEXTS.get("map.keep.about"),
                () -> judge(ImageState.KEPT))
            .icon("fth-check")
            .key("K")
            .when(some),
        Action.of(
                "map.reject",
                TEXTS.get("map"),
                TEXTS.get("reject"),
                TEXTS.get("map.reject.about"),
                () -> judge(ImageState.REJECTED))
            .icon("fth-x")
            .key("X")
            .when(some),
        Action.of(
                "map.open",
                TEXTS.get("map"),
                TEXTS.get("map.open"),
                TEXTS.get("map.open.about"),
                () -> open.accept(taken().getFirst().identity()))
            .icon("fth-external-link")
            .key("O")
            .when(some),
        Action.of(
                "map.images",
                TEXTS.get("map"),
                TEXTS.get("map.images"),
                TEXTS.get("map.images.about"),
                () -> model.make(taken().getFirst()))
            .icon("fth-grid")
            .key("Shift+M")
            .when(one));
  }

  List<Action> actions() {
    return own;
  }

  /** What is taken on the wall; nothing taken means all of it. */
  private List<MapPoint> taken() {
    List<MapPoint> some = wall.chosen();
    return some.isEmpty() ? model.chosenPoints() : some;
  }

  private void judge(ImageState state) {
    model.judge(taken(), state);
  }

  Node view() {
    title.setId("map-chosen");
    title.getStyleClass().add("fw-title");
    wall.setId("map-wall");
    wall.onOpen(point -> open.accept(point.identity()));
    wall.onPreview(point -> open.accept(point.identity()));
    Label hint = new Label(TEXTS.get("map.hint"));
    hint.getStyleClass().add("fw-muted");
    hint.setWrapText(true);
    hint.setMaxWidth(240);
    hint.setTextAlignment(TextAlignment.CENTER);
    StackPane faces = new StackPane(wall, hint);
    VBox.setVgrow(faces, Priority.ALWAYS);
    ActionControls controls = new ActionControls(actions);
    HBox buttons = new HBox(4);
    own.forEach(action -> buttons.getChildren().add(controls.tool(action)));
    HBox head = new HBox(12, title, new StackPane(), buttons);
    HBox.setHgrow(head.getChildren().get(1), Priority.ALWAYS);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(12, head, faces);
    box.setPadding(new Insets(16));
    box.setPrefWidth(WIDTH);
    box.setMinWidth(WIDTH);
    box.getStyleClass().add("fw-side");
    box.setStyle("-fx-border-color: transparent transparent transparent -color-border-default;");
    model.chosen().subscribe(now -> show(hint, true));
    model.shown().subscribe(now -> show(hint, false));
    return box;
  }

  private void show(Node hint, boolean anew) {
    List<MapPoint> points = model.chosenPoints();
    title.setText(TEXTS.get("map.chosen", points.size()));
    hint.setVisible(points.isEmpty());
    if (anew) {
      wall.selection().none();
    }
    wall.show(points);
  }
}
