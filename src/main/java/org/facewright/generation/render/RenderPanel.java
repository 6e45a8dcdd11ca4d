package org.facewright.generation.render;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.form.Explained;
import org.facewright.ui.shell.EmptyState;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.Pixels;

/** Generate, rendered: a person by sliders, live, and whole labelled sets of such people. */
public final class RenderPanel implements Panel {
  private static final Texts TEXTS = Texts.of(RenderPanel.class);
  private final RenderModel model;
  private final Actions actions;
  private final Path folder;
  private final StackPane area = new StackPane();
  private final BooleanProperty live = new SimpleBooleanProperty(this, "live");
  private final List<Action> own;

  /**
   * @param folder where sets are written unless another is chosen
   */
  public RenderPanel(RenderModel model, Actions actions, Path folder) {
    this.model = model;
    this.actions = actions;
    this.folder = folder;
    own = ownActions();
  }

  private List<Action> ownActions() {
    BooleanBinding ready =
        Bindings.createBooleanBinding(
            () -> live.get() && model.phase().get() == RenderModel.Phase.READY,
            live,
            model.phase());
    return List.of(
        Action.of(
                "render.kit",
                TEXTS.get("generate"),
                TEXTS.get("kit.file"),
                TEXTS.get("kit.file.tip"),
                this::chooseFile)
            .icon("fth-file")
            .when(live),
        Action.of(
                "render.kit-folder",
                TEXTS.get("generate"),
                TEXTS.get("kit.folder"),
                TEXTS.get("kit.folder.tip"),
                this::chooseFolder)
            .icon("fth-folder")
            .when(live),
        Action.of(
                "render.surprise",
                TEXTS.get("generate"),
                TEXTS.get("surprise"),
                TEXTS.get("surprise.tip"),
                model::surprise)
            .icon("fth-shuffle")
            .key("Shift+S")
            .when(ready),
        Action.of(
                "render.copy-seed",
                TEXTS.get("generate"),
                TEXTS.get("seed.copy"),
                TEXTS.get("seed.copy.tip"),
                this::copySeed)
            .icon("fth-copy")
            .when(ready));
  }

  /** What can be done here: to be registered while the project is open. */
  public List<Action> actions() {
    return own;
  }

  @Override
  public String id() {
    return "render";
  }

  @Override
  public String title() {
    return TEXTS.get("generate");
  }

  @Override
  public String icon() {
    return "fth-user-plus";
  }

  private Window window() {
    return area.getScene().getWindow();
  }

  private void chooseFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(TEXTS.get("kit.file.title"));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(TEXTS.get("kit.file.kind"), "*.npz"));
    take(chooser.showOpenDialog(window()));
  }

  private void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(TEXTS.get("kit.folder.title"));
    take(chooser.showDialog(window()));
  }

  private void take(@org.jspecify.annotations.Nullable File chosen) {
    Optional.ofNullable(chosen).map(File::toPath).ifPresent(model::open);
  }

  private void copySeed() {
    ClipboardContent content = new ClipboardContent();
    content.putString(Long.toString(model.portrait().get().seed()));
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public Node view() {
    Node studio = studio();
    Node none = noKit();
    Label opening = new Label(TEXTS.get("kit.opening"));
    opening.getStyleClass().add("fw-muted");
    model
        .phase()
        .subscribe(
            now ->
                area.getChildren()
                    .setAll(
                        switch (now) {
                          case NO_KIT -> none;
                          case OPENING -> opening;
                          case READY -> studio;
                        }));
    return area;
  }

  private Node noKit() {
    EmptyState state = new EmptyState("fth-user-plus", TEXTS.get("kit.none"), null);
    ActionControls controls = new ActionControls(actions);
    HBox buttons = new HBox(12, controls.primary(own.getFirst()), controls.button(own.get(1)));
    buttons.setAlignment(Pos.CENTER);
    state.getChildren().add(buttons);
    return state;
  }

  private Node studio() {
    VBox left = new VBox(16, picture(), person());
    left.setPadding(new Insets(16, 24, 16, 24));
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    VBox right =
        new VBox(16, new PortraitPanel(model).view(), new RenderOrderPanel(model, folder).view());
    right.setPadding(new Insets(16));
    right.setPrefWidth(456);
    right.setMinWidth(456);
    right.getStyleClass().add("fw-side");
    right.setStyle("-fx-border-color: transparent transparent transparent -color-border-default;");
    return new HBox(left, right);
  }

  private Node picture() {
    ImageView view = new ImageView();
    view.setId("render-preview");
    view.setPreserveRatio(true);
    view.setSmooth(true);
    model
        .shown()
        .subscribe(now -> now.ifPresent(shown -> view.setImage(Pixels.image(shown.image()))));
    StackPane frame = new StackPane(view);
    frame.setMinSize(0, 0);
    VBox.setVgrow(frame, Priority.ALWAYS);
    view.fitWidthProperty().bind(Bindings.min(frame.widthProperty(), frame.heightProperty()));
    view.fitHeightProperty().bind(view.fitWidthProperty());
    return frame;
  }

  private Node person() {
    TextField seed = new TextField();
    seed.setId("render-seed");
    seed.setPrefColumnCount(12);
    seed.setAccessibleText(TEXTS.get("seed"));
    model.portrait().subscribe(now -> seed.setText(Long.toString(now.seed())));
    seed.setOnAction(event -> typed(seed));
    Label time = new Label();
    time.setId("render-time");
    time.getStyleClass().add("fw-caption");
    model
        .shown()
        .subscribe(
            now ->
                now.ifPresent(
                    shown ->
                        time.setText(
                            TEXTS.get(
                                "preview.time",
                                shown.size(),
                                shown.size(),
                                "%.0f".formatted(shown.millis())))));
    ActionControls controls = new ActionControls(actions);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label name = new Label(TEXTS.get("seed"));
    name.getStyleClass().add("fw-muted");
    Button kit = controls.tool(own.getFirst());
    model
        .kit()
        .subscribe(now -> now.ifPresent(path -> kit.setAccessibleHelp(TEXTS.get("kit.now", path))));
    HBox line =
        new HBox(
            8,
            controls.primary(own.get(2)),
            name,
            Explained.with(seed, TEXTS.get("seed.tip")),
            controls.tool(own.get(3)),
            gap,
            time,
            kit);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void typed(TextField seed) {
    try {
      model.draw(Long.parseLong(seed.getText().strip()));
    } catch (NumberFormatException e) {
      model.tell(TEXTS.get("seed.wrong", seed.getText()));
      seed.setText(Long.toString(model.portrait().get().seed()));
    }
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
