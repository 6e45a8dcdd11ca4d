package org.facewright.generation.imagine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.shell.EmptyState;
import org.facewright.ui.wall.FaceLook;
import org.facewright.ui.wall.FaceOrigin;
import org.facewright.ui.wall.FaceState;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.ui.wall.Wall;

/** What was drawn: a wall of pictures to keep, reject, draw again or take as an example. */
final class DrawnPanel {
  private static final double EDGE = 124;

  /** From this share of the separation's limit on a kept reference is ringed: it is close. */
  private static final double CLOSE = .8;

  private final ImagineModel model;
  private final Actions actions;
  private final Action folder;
  private final Wall<DrawnItem> wall;
  private final AgainPanel again;
  private final StackPane area = new StackPane();
  private final List<Action> own;

  DrawnPanel(
      ImagineModel model,
      Actions actions,
      Action folder,
      Thumbnails<Long> thumbnails,
      ObservableBooleanValue live,
      Runnable undo) {
    this.model = model;
    this.actions = actions;
    this.folder = folder;
    wall = Wall.ofFaces(item -> item.generation().id(), this::look, thumbnails, EDGE);
    again = new AgainPanel(model);
    own = ownActions(live, undo);
  }

  List<Action> actions() {
    return own;
  }

  private List<Action> ownActions(ObservableBooleanValue live, Runnable undo) {
    BooleanBinding some =
        Bindings.createBooleanBinding(
            () -> live.get() && wall.selection().count().get() > 0, live, wall.selection().count());
    BooleanBinding one =
        Bindings.createBooleanBinding(
            () -> live.get() && wall.selection().count().get() == 1,
            live,
            wall.selection().count());
    return List.of(
        act(
                "keep",
                "Keep",
                "Keeps these references; a refused one becomes an identity.",
                "fth-check",
                "K",
                () -> model.gallery().judge(wall.chosen(), true))
            .when(some),
        act(
                "reject",
                "Reject",
                "Rejects these references; undo brings them back.",
                "fth-x",
                "X",
                () -> model.gallery().judge(wall.chosen(), false))
            .when(some),
        act("undo", "Undo", "Takes the last decision back.", "fth-rotate-ccw", "U", undo)
            .when(live),
        act(
                "again",
                "Draw again…",
                "Draws this one again in other words or with another seed.",
                "fth-edit",
                "R",
                () -> wall.chosen().forEach(again::open))
            .when(one),
        act(
                "more",
                "More like this",
                "Keeps this person's looks in the plan and varies the rest.",
                "fth-users",
                "M",
                () -> wall.chosen().forEach(this::more))
            .when(one));
  }

  private static Action act(
      String id, String name, String about, String icon, String key, Runnable run) {
    return Action.of("imagine." + id, "Generate", name, about, run).icon(icon).key(key);
  }

  private void more(DrawnItem item) {
    MoreLikeThis.space(model.form().get().space(), DrawnGalleryModel.description(item).choices())
        .ifPresentOrElse(
            space -> model.change(form -> form.withSpace(space)),
            () -> model.tell("This picture does not say along which axes it was planned."));
  }

  private FaceLook look(DrawnItem item) {
    float near = item.generation().made().similarity();
    FaceState state =
        !item.kept()
            ? FaceState.REJECTED
            : near >= close() && !item.decided() ? FaceState.AMBIGUOUS : FaceState.KEPT;
    return new FaceLook(item.caption(), state, item.decided(), FaceOrigin.DIFFUSION, near);
  }

  Node view() {
    wall.setId("imagine-wall");
    VBox.setVgrow(wall, Priority.ALWAYS);
    VBox gallery = new VBox(10, new LiveDrawingPanel(model).view(), bar(), wall, again.view());
    gallery.setPadding(new Insets(16, 24, 16, 24));
    gallery.setMinWidth(0);
    Node empty = empty();
    model.gallery().items().subscribe(now -> wall.show(now));
    Runnable choose =
        () ->
            area.getChildren()
                .setAll(
                    model.gallery().items().get().isEmpty()
                            && model.gallery().drawing().get().isEmpty()
                        ? empty
                        : gallery);
    model.gallery().items().subscribe(now -> choose.run());
    model.gallery().drawing().subscribe(now -> choose.run());
    area.setMinWidth(0);
    return area;
  }

  private Node bar() {
    Label words = new Label();
    words.setId("imagine-detail");
    words.setMinWidth(0);
    words.setWrapText(true);
    words.setMaxHeight(48);
    words.getStyleClass().add("fw-caption");
    Label warning = new Label();
    warning.setId("imagine-warning");
    warning.getStyleClass().add("fw-problem");
    warning.managedProperty().bind(warning.textProperty().isNotEmpty());
    Runnable tell =
        () -> {
          List<DrawnItem> chosen = wall.chosen();
          words.setText(chosen.size() == 1 ? chosen.getFirst().sentence() : counts());
          warning.setText(chosen.size() == 1 ? warning(chosen.getFirst()) : "");
        };
    wall.selection().revision().subscribe(now -> tell.run());
    model.gallery().items().subscribe(now -> tell.run());
    ActionControls controls = new ActionControls(actions);
    HBox buttons = new HBox(8);
    own.forEach(action -> buttons.getChildren().add(controls.button(action)));
    buttons.setAlignment(Pos.CENTER_LEFT);
    VBox texts = new VBox(2, warning, words);
    texts.setMinHeight(34);
    return new VBox(6, buttons, texts);
  }

  private double close() {
    return CLOSE * model.form().get().gates().limits().separation();
  }

  private String counts() {
    List<DrawnItem> all = model.gallery().items().get();
    long kept = all.stream().filter(DrawnItem::kept).count();
    Map<String, Long> gates =
        all.stream()
            .filter(item -> !item.kept() && !item.outcome().gate().isEmpty())
            .collect(
                Collectors.groupingBy(
                    item -> item.outcome().gate(), TreeMap::new, Collectors.counting()));
    String by =
        gates.entrySet().stream()
            .map(gate -> "%s %,d".formatted(gate.getKey(), gate.getValue()))
            .collect(Collectors.joining(", "));
    return String.format(
            Locale.ENGLISH, "%,d references kept, %,d pictures refused", kept, all.size() - kept)
        + (by.isEmpty() ? "" : " by gate: " + by);
  }

  private String warning(DrawnItem item) {
    String nearest = item.generation().made().nearest();
    float near = item.generation().made().similarity();
    return nearest != null && near >= close()
        ? String.format(Locale.ROOT, "Looks like %s: similarity %.2f.", nearest, near)
        : "";
  }

  private Node empty() {
    EmptyState state =
        new EmptyState(
            "fth-feather",
            "Stable Diffusion XL draws one reference face for each described person. It needs a"
                + " model folder in ONNX: use one that you have, or export one as the guide says"
                + " (14 GB in float32). The page Models lists folders that can be fetched.",
            null);
    state.getChildren().add(new ActionControls(actions).primary(folder));
    state.setId("imagine-empty");
    return state;
  }
}
