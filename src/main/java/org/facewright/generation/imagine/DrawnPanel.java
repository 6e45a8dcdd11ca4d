package org.facewright.generation.imagine;

import java.util.List;
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
import org.facewright.project.Generation;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.shell.EmptyState;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.facewright.ui.wall.FaceLook;
import org.facewright.ui.wall.FaceOrigin;
import org.facewright.ui.wall.FaceState;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.ui.wall.Wall;

/** What was drawn: a wall of pictures to keep, reject, draw again or take as an example. */
final class DrawnPanel {
  private static final Texts TEXTS = Texts.of(DrawnPanel.class);
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
                TEXTS.get("keep"),
                TEXTS.get("keep.tip"),
                "fth-check",
                "K",
                () -> model.gallery().judge(wall.chosen(), true))
            .when(some),
        act(
                "reject",
                TEXTS.get("reject"),
                TEXTS.get("reject.tip"),
                "fth-x",
                "X",
                () -> model.gallery().judge(wall.chosen(), false))
            .when(some),
        act("undo", TEXTS.get("undo"), TEXTS.get("undo.tip"), "fth-rotate-ccw", "U", undo)
            .when(live),
        act(
                "again",
                TEXTS.get("again"),
                TEXTS.get("again.tip"),
                "fth-edit",
                "R",
                () -> wall.chosen().forEach(again::open))
            .when(one),
        act(
                "more",
                TEXTS.get("more"),
                TEXTS.get("more.tip"),
                "fth-users",
                "M",
                () -> wall.chosen().forEach(this::more))
            .when(one));
  }

  private static Action act(
      String id, String name, String about, String icon, String key, Runnable run) {
    return Action.of("imagine." + id, TEXTS.get("generate"), name, about, run).icon(icon).key(key);
  }

  private void more(DrawnItem item) {
    MoreLikeThis.space(model.form().get().space(), DrawnGalleryModel.description(item).choices())
        .ifPresentOrElse(
            space -> model.change(form -> form.withSpace(space)),
            () -> model.tell(TEXTS.get("more.impossible")));
  }

  private FaceLook look(DrawnItem item) {
    float near = item.generation().made().similarity();
    FaceState state =
        !item.kept()
            ? FaceState.REJECTED
            : near >= close() && !item.decided() ? FaceState.AMBIGUOUS : FaceState.KEPT;
    return new FaceLook(caption(item), state, item.decided(), FaceOrigin.DIFFUSION, near);
  }

  /** A few words below the picture. */
  private static String caption(DrawnItem item) {
    return switch (item.outcome()) {
      case NO_FACE -> TEXTS.get("caption.no.face");
      case SEVERAL_FACES -> TEXTS.get("caption.several.faces");
      case TWIN -> item.kept() ? number(item) : TEXTS.get("caption.alike");
      case ACCEPTED -> item.kept() ? number(item) : TEXTS.get("standing.rejected");
      default -> item.kept() ? number(item) : gate(item.outcome());
    };
  }

  private static String number(DrawnItem item) {
    return Integer.toString(item.generation().made().item() + 1);
  }

  private static String gate(ReferenceOutcome outcome) {
    return switch (outcome) {
      case ACCEPTED -> "";
      case NO_FACE, SEVERAL_FACES -> TEXTS.get("gate.one.face");
      case TURNED_AWAY -> TEXTS.get("gate.pose");
      case POOR -> TEXTS.get("gate.quality");
      case TWIN -> TEXTS.get("gate.separation");
      case LEAK -> TEXTS.get("gate.leakage");
    };
  }

  private static String standing(DrawnItem item) {
    if (item.kept()) {
      return TEXTS.get("standing.kept");
    }
    String gate = gate(item.outcome());
    return gate.isEmpty() ? TEXTS.get("standing.rejected") : TEXTS.get("standing.refused", gate);
  }

  /** Everything worth knowing, in one line. */
  private static String sentence(DrawnItem item) {
    Generation.Made made = item.generation().made();
    return TEXTS.get(
        "detail",
        standing(item),
        Told.words(made.reason()),
        Long.toString(made.seed()),
        made.attempt() + 1,
        made.prompt());
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
          words.setText(chosen.size() == 1 ? sentence(chosen.getFirst()) : counts());
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
            .filter(item -> !item.kept() && !gate(item.outcome()).isEmpty())
            .collect(
                Collectors.groupingBy(
                    item -> gate(item.outcome()), TreeMap::new, Collectors.counting()));
    String by =
        gates.entrySet().stream()
            .map(gate -> TEXTS.get("counts.gate", gate.getKey(), gate.getValue()))
            .collect(Collectors.joining(", "));
    return by.isEmpty()
        ? TEXTS.get("counts", kept, all.size() - kept)
        : TEXTS.get("counts.by", kept, all.size() - kept, by);
  }

  private String warning(DrawnItem item) {
    String nearest = item.generation().made().nearest();
    float near = item.generation().made().similarity();
    return nearest != null && near >= close()
        ? TEXTS.get("warning", nearest, "%.2f".formatted(near))
        : "";
  }

  private Node empty() {
    EmptyState state = new EmptyState("fth-feather", TEXTS.get("nothing"), null);
    state.getChildren().add(new ActionControls(actions).primary(folder));
    state.setId("imagine-empty");
    return state;
  }
}
