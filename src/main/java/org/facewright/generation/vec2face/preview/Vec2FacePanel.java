package org.facewright.generation.vec2face.preview;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.form.Explained;
import org.facewright.ui.shell.EmptyState;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.text.Texts;
import org.jspecify.annotations.Nullable;

/** Generate, by Vec2Face: an identity vector under sliders, live, and its variants. */
public final class Vec2FacePanel implements Panel {
  private static final Texts TEXTS = Texts.of(Vec2FacePanel.class);
  private static final double SIDE = 432;
  private static final double STRIP = 56;
  private static final int FULL = 49;
  private static final int SEEDS = 1_000_000;

  private final PreviewModel model;
  private final Actions actions;
  private final StackPane area = new StackPane();
  private final BooleanProperty live = new SimpleBooleanProperty(this, "live");
  private final SplittableRandom random = new SplittableRandom();
  private final List<Action> own;

  public Vec2FacePanel(PreviewModel model, Actions actions) {
    this.model = model;
    this.actions = actions;
    own = ownActions();
  }

  private List<Action> ownActions() {
    BooleanBinding ready =
        Bindings.createBooleanBinding(
            () -> live.get() && model.standing().get().ready() && model.frame().get().isPresent(),
            live,
            model.standing(),
            model.frame());
    return List.of(
        action("folder", TEXTS.get("folder"), TEXTS.get("folder.tip"), this::chooseFolder)
            .icon("fth-folder")
            .when(live),
        action("file", TEXTS.get("file"), TEXTS.get("file.tip"), this::chooseFile)
            .icon("fth-file")
            .when(live),
        action(
                "seed",
                TEXTS.get("variants"),
                TEXTS.get("variants.tip"),
                () -> model.change(form -> form.withSeed(random.nextInt(1, SEEDS))))
            .icon("fth-shuffle")
            .key("Shift+V")
            .when(ready),
        action("pin", TEXTS.get("pin"), TEXTS.get("pin.tip"), model::pin)
            .icon("fth-bookmark")
            .key("Shift+P")
            .when(ready),
        action("swap", TEXTS.get("swap"), TEXTS.get("swap.tip"), model::swap)
            .icon("fth-repeat")
            .key("Shift+X")
            .when(ready),
        action(
                "expand",
                TEXTS.get("expand", FULL),
                TEXTS.get("expand.tip"),
                () -> model.change(form -> form.withCount(FULL)))
            .icon("fth-grid")
            .when(ready),
        action("queue", TEXTS.get("queue"), TEXTS.get("queue.tip", FULL), () -> model.queue(FULL))
            .icon("fth-plus")
            .when(ready));
  }

  private static Action action(String id, String name, String words, Runnable run) {
    return Action.of("vec2face." + id, TEXTS.get("generate"), name, words, run);
  }

  /** What can be done here: to be registered while the project is open. */
  public List<Action> actions() {
    return own;
  }

  @Override
  public String id() {
    return "vec2face";
  }

  @Override
  public String title() {
    return TEXTS.get("title");
  }

  @Override
  public String icon() {
    return "fth-users";
  }

  private void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(TEXTS.get("folder.title"));
    open(chooser.showDialog(area.getScene().getWindow()));
  }

  private void chooseFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(TEXTS.get("file.title"));
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                TEXTS.get("file.kind"), "*.onnx", "*.safetensors", "*.pth", "*.pt"));
    open(chooser.showOpenDialog(area.getScene().getWindow()));
  }

  private void open(@Nullable File chosen) {
    Optional.ofNullable(chosen).map(File::toPath).ifPresent(model::open);
  }

  @Override
  public Node view() {
    Node studio = studio();
    model
        .standing()
        .subscribe(
            now ->
                area.getChildren()
                    .setAll(
                        switch (now.phase()) {
                          case NONE -> empty(TEXTS.get("nothing"));
                          case PROBLEM -> empty(now.problem());
                          case OPENING -> opening(now);
                          case READY -> studio;
                        }));
    return area;
  }

  private static Node opening(Standing now) {
    String name = now.generator().map(path -> String.valueOf(path.getFileName())).orElse("");
    Label label = new Label(TEXTS.get("opening", name));
    label.getStyleClass().add("fw-muted");
    return label;
  }

  private Node empty(String sentence) {
    EmptyState state = new EmptyState("fth-users", sentence, null);
    state.setId("vec2face-empty");
    ActionControls controls = new ActionControls(actions);
    HBox buttons = new HBox(12, controls.primary(own.getFirst()), controls.button(own.get(1)));
    buttons.setAlignment(Pos.CENTER);
    state.getChildren().add(buttons);
    return state;
  }

  private Node studio() {
    VBox left =
        new VBox(
            16,
            generator(),
            new ReferencePanel(model).view(),
            new PreviewSlidersPanel(model).view(),
            new MovesPanel(model).view());
    left.setPadding(new Insets(16));
    left.setMinWidth(SIDE);
    left.setPrefWidth(SIDE);
    left.getStyleClass().add("fw-side");
    left.setStyle("-fx-border-color: transparent -color-border-default transparent transparent;");
    Node faces = new FacesPanel(model).view(commands());
    VBox.setVgrow(faces, Priority.ALWAYS);
    VBox right = new VBox(faces, filmstrip());
    right.setMinWidth(0);
    HBox.setHgrow(right, Priority.ALWAYS);
    return new HBox(left, right);
  }

  private Node generator() {
    Label name = new Label();
    name.setId("vec2face-generator");
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    model
        .standing()
        .subscribe(
            now ->
                now.description()
                    .ifPresent(
                        it -> {
                          name.setText(
                              now.generator().map(p -> String.valueOf(p.getFileName())).orElse("")
                                  + (it.recogniser().isEmpty() ? "" : " · " + it.recogniser()));
                          Explained.with(
                              name,
                              TEXTS.get(
                                  "generator.tip",
                                  now.generator().orElseThrow(),
                                  it.features(),
                                  it.recogniser().isEmpty()
                                      ? TEXTS.get("generator.unknown")
                                      : it.recogniser(),
                                  it.hash()));
                        }));
    ActionControls controls = new ActionControls(actions);
    HBox line = new HBox(8, name, controls.tool(own.getFirst()), controls.tool(own.get(1)));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Node commands() {
    ActionControls controls = new ActionControls(actions);
    FlowPane buttons = new FlowPane(8, 8);
    buttons.getChildren().add(controls.primary(own.getLast()));
    for (Action each : own.subList(2, own.size() - 1)) {
      buttons.getChildren().add(controls.button(each));
    }
    return buttons;
  }

  private Node filmstrip() {
    ListView<Shown> strip = new ListView<>(model.history());
    strip.setId("vec2face-history");
    strip.setOrientation(Orientation.HORIZONTAL);
    strip.setFixedCellSize(STRIP + 8);
    strip.setMinHeight(STRIP + 28);
    strip.setPrefHeight(STRIP + 28);
    strip.setCellFactory(list -> new ShownCell(model, STRIP));
    strip.getStyleClass().add("fw-filmstrip");
    Label hint = new Label(TEXTS.get("history.none"));
    hint.getStyleClass().add("fw-caption");
    strip.setPlaceholder(hint);
    model
        .history()
        .addListener(
            (javafx.collections.ListChangeListener<Shown>)
                change -> strip.scrollTo(model.history().size() - 1));
    return strip;
  }

  @Override
  public void shown() {
    live.set(true);
    model.begin();
  }

  @Override
  public void hidden() {
    live.set(false);
  }
}
