package org.facewright.gallery;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.facewright.project.DecisionKind;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.ImageState;
import org.facewright.project.Ruling;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.chart.HeatMap;
import org.facewright.ui.form.Explained;
import org.facewright.ui.form.Segments;
import org.facewright.ui.form.ValueSlider;
import org.facewright.ui.shell.Overlay;
import org.facewright.ui.text.Texts;
import org.facewright.ui.theme.Icons;
import org.facewright.ui.wall.FaceOrigin;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.ui.wall.Wall;
import org.facewright.ui.wall.WallGroup;

/** One identity: its faces in groups, how similar they are, where the chosen one comes from. */
final class IdentityPanel {
  private static final Texts TEXTS = Texts.of(IdentityPanel.class);
  private static final double WIDTH = 568;
  private static final double EDGE = 72;

  private final IdentitiesModel model;
  private final DecisionsModel decisions;
  private final Actions actions;
  private final Overlay overlay;
  private final Thumbnails<FaceKey> thumbnails;
  private final Wall<FaceImage> faces;
  private final HeatMap heat = new HeatMap();
  private final Label title = new Label();
  private final Label detail = new Label();
  private final Segments<OpenedIdentity.Grouping> grouping =
      new Segments<>(
          List.of(OpenedIdentity.Grouping.values()),
          OpenedIdentity.Grouping.STATE,
          g ->
              g == OpenedIdentity.Grouping.STATE
                  ? TEXTS.get("group.by-state")
                  : TEXTS.get("group.by-likeness"));
  private final ValueSlider threshold = new ValueSlider(TEXTS.get("group.likeness"), 0, 1, .4, 2);
  private final BooleanProperty live = new SimpleBooleanProperty(this, "live");
  private final List<Action> own;
  private long shownIdentity;

  IdentityPanel(
      IdentitiesModel model,
      DecisionsModel decisions,
      Actions actions,
      Thumbnails<FaceKey> thumbnails,
      Overlay overlay) {
    this.model = model;
    this.decisions = decisions;
    this.actions = actions;
    this.overlay = overlay;
    this.thumbnails = thumbnails;
    faces =
        Wall.ofFaces(
            image -> FaceKey.image(image.id()),
            image -> IdentityCell.look(image, origin()),
            thumbnails,
            EDGE);
    own = ownActions();
  }

  private FaceOrigin origin() {
    return model
        .opened()
        .get()
        .map(opened -> IdentityCell.origin(opened.identity().origin()))
        .orElse(FaceOrigin.IMPORTED);
  }

  List<Action> actions() {
    return own;
  }

  /** Whether its keys are live. */
  void live(boolean now) {
    live.set(now);
  }

  private List<Action> ownActions() {
    BooleanBinding open =
        Bindings.createBooleanBinding(
            () -> live.get() && model.opened().get().isPresent(), live, model.opened());
    BooleanBinding some =
        Bindings.createBooleanBinding(
            () -> open.get() && faces.selection().count().get() > 0,
            open,
            faces.selection().count());
    return List.of(
        act("keep", TEXTS.get("keep"), TEXTS.get("keep.about"), "fth-check", "K", some)
            .run(() -> judge(ImageState.KEPT)),
        act("reject", TEXTS.get("reject"), TEXTS.get("reject.about"), "fth-x", "X", some)
            .run(() -> judge(ImageState.REJECTED)),
        act("unsure", TEXTS.get("unsure"), TEXTS.get("unsure.about"), "fth-help-circle", "S", some)
            .run(() -> judge(ImageState.AMBIGUOUS)),
        act("move", TEXTS.get("move"), TEXTS.get("move.about"), "fth-corner-up-right", "M", some)
            .run(this::move),
        act("large", TEXTS.get("large"), TEXTS.get("large.about"), "fth-maximize", "Space", some)
            .run(this::showLarge),
        act("close", TEXTS.get("close"), TEXTS.get("close.about"), "fth-x-circle", "Esc", open)
            .run(model::close));
  }

  private record Draft(
      String id, String name, String about, String icon, String key, BooleanBinding when) {
    Action run(Runnable run) {
      return Action.of("identities." + id, TEXTS.get("identities"), name, about, run)
          .icon(icon)
          .key(key)
          .when(when);
    }
  }

  private static Draft act(
      String id, String name, String about, String icon, String key, BooleanBinding when) {
    return new Draft(id, name, about, icon, key, when);
  }

  private void showLarge() {
    int first = Math.max(0, faces.selection().focused().get());
    LargePanel sheet =
        new LargePanel(
            model,
            thumbnails,
            first,
            (image, state) -> judge(List.of(image), state),
            overlay::close);
    overlay.show(sheet);
  }

  private String judged(List<FaceImage> chosen, ImageState state) {
    return switch (state) {
      case KEPT -> TEXTS.get("judged.kept", words(chosen), title.getText());
      case REJECTED -> TEXTS.get("judged.rejected", words(chosen), title.getText());
      default -> TEXTS.get("judged.open", words(chosen), title.getText());
    };
  }

  private void judge(ImageState state) {
    judge(faces.chosen(), state);
  }

  private void judge(List<FaceImage> chosen, ImageState state) {
    decisions.decide(
        DecisionKind.JUDGE,
        judged(chosen, state),
        chosen.stream().map(image -> Ruling.of(image.id(), state)).toList());
  }

  private static String words(List<FaceImage> chosen) {
    return chosen.size() == 1 ? chosen.getFirst().name() : DecisionsModel.images(chosen.size());
  }

  private void move() {
    List<FaceImage> chosen = faces.chosen();
    MovePanel sheet =
        new MovePanel(
            model.all().stream().filter(identity -> identity.id() != shownIdentity).toList(),
            thumbnails,
            label -> {
              overlay.close();
              decisions.decide(
                  DecisionKind.MOVE,
                  TEXTS.get("moved", words(chosen), title.getText(), label),
                  chosen.stream()
                      .map(image -> new Ruling(image.id(), ImageState.KEPT, label))
                      .toList());
            });
    overlay.show(sheet);
    sheet.takeFocus();
  }

  Node view() {
    faces.setId("face-wall");
    faces.setMinHeight(200);
    faces.onPreview(image -> showLarge());
    faces.onOpen(image -> showLarge());
    hover();
    VBox.setVgrow(faces, Priority.ALWAYS);
    faces.selection().revision().subscribe(now -> traceFocused());
    grouping.value().subscribe(now -> model.group(now, threshold.value().get()));
    threshold.value().subscribe(now -> model.group(grouping.value().get(), now.doubleValue()));
    threshold.visibleProperty().bind(grouping.value().isEqualTo(OpenedIdentity.Grouping.LIKENESS));
    heat.setMinSize(240, 268);
    heat.setPrefSize(240, 268);
    heat.onRow(
        row -> {
          faces.selection().choose(row);
          faces.reveal(row);
        });
    ProvenancePanel provenance = new ProvenancePanel();
    model.provenance().subscribe(provenance::show);
    ScrollPane facts = new ScrollPane(provenance);
    facts.setFitToWidth(true);
    facts.setPrefHeight(268);
    HBox.setHgrow(facts, Priority.ALWAYS);
    HBox below = new HBox(16, heat, facts);
    below.setMinHeight(268);
    VBox box = new VBox(12, head(), tools(), faces, below);
    box.setPadding(new Insets(16));
    box.setPrefWidth(WIDTH);
    box.setMinWidth(WIDTH);
    box.getStyleClass().add("fw-side");
    box.setStyle("-fx-border-color: transparent transparent transparent -color-border-default;");
    model.opened().subscribe(this::show);
    return box;
  }

  /** What is under the pointer, in words. */
  private void hover() {
    Tooltip tip = new Tooltip();
    tip.setWrapText(true);
    tip.setMaxWidth(320);
    faces.onHover(
        image -> {
          if (image == null) {
            Tooltip.uninstall(faces, tip);
          } else {
            tip.setText(image.name() + "\n" + Provenance.words(image));
            Tooltip.install(faces, tip);
          }
        });
  }

  private HBox head() {
    title.setId("identity-title");
    title.getStyleClass().add("fw-title");
    detail.setId("identity-detail");
    detail.getStyleClass().add("fw-muted");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button close = new Button("", Icons.of("fth-x"));
    close.getStyleClass().addAll("button-icon", "flat", "fw-tool");
    close.setAccessibleText(TEXTS.get("close"));
    close.setTooltip(new Tooltip(TEXTS.get("close") + "  (Esc)"));
    close.setOnAction(event -> model.close());
    HBox head = new HBox(12, title, detail, gap, close);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private HBox tools() {
    ActionControls controls = new ActionControls(actions);
    HBox buttons = new HBox(4);
    own.stream().limit(5).forEach(action -> buttons.getChildren().add(controls.tool(action)));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    threshold.setMaxWidth(220);
    HBox line =
        new HBox(12, Explained.with(grouping, TEXTS.get("group.about")), threshold, gap, buttons);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void show(Optional<OpenedIdentity> now) {
    now.ifPresent(this::show);
  }

  private void show(OpenedIdentity now) {
    Identity identity = now.identity();
    boolean another = identity.id() != shownIdentity;
    int focused = another ? 0 : Math.max(0, faces.selection().focused().get());
    shownIdentity = identity.id();
    title.setText(identity.label());
    detail.setText(
        TEXTS.get(
            "identity.counts",
            identity.images(),
            identity.kept(),
            identity.rejected(),
            identity.ambiguous()));
    List<WallGroup> groups =
        now.groups().stream()
            .map(
                group ->
                    new WallGroup(group.title(), DecisionsModel.images(group.size()), group.size()))
            .toList();
    faces.selection().none();
    faces.show(now.images(), groups);
    heat.show(now.matrix(), now.groupEnds(), 0, 1);
    heat.setVisible(now.matrix().length > 0);
    heat.setManaged(now.matrix().length > 0);
    if (!now.images().isEmpty()) {
      faces.selection().choose(Math.min(focused, now.images().size() - 1));
      if (another) {
        // Later: at the first identity this panel is not in the window yet.
        Platform.runLater(faces::requestFocus);
      }
    }
  }

  private void traceFocused() {
    int at = faces.selection().focused().get();
    model
        .opened()
        .get()
        .filter(opened -> at >= 0 && at < opened.images().size())
        .ifPresent(opened -> model.trace(opened.images().get(at)));
  }
}
