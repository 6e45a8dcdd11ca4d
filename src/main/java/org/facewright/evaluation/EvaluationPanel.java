package org.facewright.evaluation;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.util.Subscription;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.form.Explained;
import org.facewright.ui.shell.EmptyState;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.text.Texts;

/**
 * How well recognisers tell people apart: figures beside the published ones, curves, worst pairs.
 */
public final class EvaluationPanel implements Panel {
  private static final Texts TEXTS = Texts.of(EvaluationPanel.class);
  private final EvaluationModel model;
  private final Actions actions;
  private final ReadOnlyLongProperty revision;
  private final Optional<Path> samplePairs;
  private final Consumer<String> problem;
  private final StackPane area = new StackPane();
  private final BooleanProperty live = new SimpleBooleanProperty(this, "live");
  private final ComboBox<String> recogniser = new ComboBox<>();
  private final CheckBox flip = new CheckBox(TEXTS.get("flip"));
  private final List<Action> own;
  private Subscription watching = Subscription.EMPTY;

  /**
   * @param revision grows when a job has ended
   * @param samplePairs the verification set that comes along, if it does
   */
  public EvaluationPanel(
      EvaluationModel model,
      Actions actions,
      ReadOnlyLongProperty revision,
      Optional<Path> samplePairs,
      Consumer<String> problem) {
    this.model = model;
    this.actions = actions;
    this.revision = revision;
    this.samplePairs = samplePairs;
    this.problem = problem;
    recogniser.setItems(model.recognisers());
    recogniser.setId("evaluation-recogniser");
    flip.setSelected(true);
    own = ownActions();
  }

  private List<Action> ownActions() {
    BooleanBinding ready =
        live.and(
            Bindings.createBooleanBinding(
                () -> !model.recognisers().isEmpty(), model.recognisers()));
    BooleanBinding some =
        Bindings.createBooleanBinding(
            () -> live.get() && model.shown().get().isPresent(), live, model.shown());
    return List.of(
        Action.of(
                "evaluation.sets",
                TEXTS.get("title"),
                TEXTS.get("sets"),
                TEXTS.get("sets.tip"),
                this::choose)
            .icon("fth-check-square")
            .when(ready),
        Action.of(
                "evaluation.sample",
                TEXTS.get("title"),
                TEXTS.get("sample"),
                TEXTS.get("sample.tip"),
                () -> samplePairs.ifPresent(set -> evaluate(List.of(set), "")))
            .icon("fth-play")
            .when(ready.and(new SimpleBooleanProperty(samplePairs.isPresent()))),
        Action.of(
                "evaluation.remove",
                TEXTS.get("title"),
                TEXTS.get("remove"),
                TEXTS.get("remove.tip"),
                () -> model.shown().get().ifPresent(model::remove))
            .icon("fth-trash-2")
            .when(some));
  }

  /** What can be done here: to be registered while the project is open. */
  public List<Action> actions() {
    return own;
  }

  @Override
  public String id() {
    return "evaluation";
  }

  @Override
  public String title() {
    return TEXTS.get("title");
  }

  @Override
  public String icon() {
    return "fth-bar-chart-2";
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(TEXTS.get("sets.files"));
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                TEXTS.get("sets.files"), "*.bin", "*.xz", "*.txt", "*_list.npy"));
    List<File> files = chooser.showOpenMultipleDialog(area.getScene().getWindow());
    if (files == null || files.isEmpty()) {
      return;
    }
    List<Path> sets = files.stream().map(File::toPath).toList();
    boolean pairsFile = sets.stream().anyMatch(set -> set.toString().endsWith(".txt"));
    if (!pairsFile) {
      evaluate(sets, "");
      return;
    }
    DirectoryChooser pictures = new DirectoryChooser();
    pictures.setTitle(TEXTS.get("pictures.folder"));
    File folder = pictures.showDialog(area.getScene().getWindow());
    if (folder != null) {
      evaluate(sets, folder.toString());
    }
  }

  private void evaluate(List<Path> sets, String images) {
    model.evaluate(recogniser.getValue(), sets, images, flip.isSelected());
  }

  @Override
  public Node view() {
    Node desk = desk();
    Node none = none();
    area.getChildren().setAll(none);
    model
        .evaluations()
        .subscribe(() -> area.getChildren().setAll(model.evaluations().isEmpty() ? none : desk));
    VBox page = new VBox(bar(), area);
    VBox.setVgrow(area, Priority.ALWAYS);
    model
        .recognisers()
        .subscribe(
            () -> {
              if (!model.recognisers().contains(recogniser.getValue())) {
                recogniser.setValue(
                    model.recognisers().isEmpty() ? null : model.recognisers().getFirst());
              }
            });
    return page;
  }

  private Node bar() {
    ActionControls controls = new ActionControls(actions);
    Label name = new Label(TEXTS.get("recogniser"));
    name.getStyleClass().add("fw-muted");
    name.setLabelFor(recogniser);
    HBox bar =
        new HBox(
            8,
            name,
            Explained.with(recogniser, TEXTS.get("recogniser.tip")),
            Explained.with(flip, TEXTS.get("flip.tip")),
            controls.primary(own.get(0)),
            controls.button(own.get(1)),
            controls.tool(own.get(2)));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.setPadding(new Insets(12, 16, 8, 16));
    return bar;
  }

  private static Node none() {
    return new EmptyState("fth-bar-chart-2", TEXTS.get("nothing"), null);
  }

  private Node desk() {
    VBox left = new VBox(12, new EvaluationTablePanel(model).view());
    left.setPadding(new Insets(4, 12, 16, 16));
    HBox.setHgrow(left, Priority.ALWAYS);
    left.setMinWidth(0);
    VBox.setVgrow(left.getChildren().getFirst(), Priority.ALWAYS);
    Node right = new EvaluationChartsPanel(model, problem).view();
    return new HBox(left, right);
  }

  @Override
  public void shown() {
    live.set(true);
    watching = revision.subscribe(value -> model.refresh());
  }

  @Override
  public void hidden() {
    live.set(false);
    watching.unsubscribe();
  }
}
