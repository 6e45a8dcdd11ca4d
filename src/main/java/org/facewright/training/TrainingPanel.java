package org.facewright.training;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.shell.EmptyState;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.text.Texts;

/** Trains recognisers on the project's kept images and shows how they learn. */
public final class TrainingPanel implements Panel {
  private static final Texts TEXTS = Texts.of(TrainingPanel.class);
  private static final double SIDE = 392;

  private final TrainingModel model;
  private final Actions actions;
  private final ReadOnlyLongProperty revision;
  private final Consumer<String> problem;
  private final TrainingFormPanel form;
  private final BooleanProperty live = new SimpleBooleanProperty(this, "live");
  private final Timeline clock;
  private final List<Action> own;
  private Subscription watching = Subscription.EMPTY;

  /**
   * @param revision grows when images or jobs have changed
   */
  public TrainingPanel(
      TrainingModel model,
      Actions actions,
      ReadOnlyLongProperty revision,
      Consumer<String> problem) {
    this.model = model;
    this.actions = actions;
    this.revision = revision;
    this.problem = problem;
    form = new TrainingFormPanel(model, problem);
    clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> model.look()));
    clock.setCycleCount(Animation.INDEFINITE);
    own = ownActions();
  }

  private List<Action> ownActions() {
    BooleanBinding enough =
        Bindings.createBooleanBinding(
            () -> live.get() && model.composition().get().filter(Composition::enough).isPresent(),
            live,
            model.composition());
    return List.of(
        Action.of(
                "training.start",
                TEXTS.get("title"),
                TEXTS.get("train"),
                TEXTS.get("train.tip"),
                form::start)
            .icon("fth-play")
            .key("Shortcut+Enter")
            .when(enough),
        Action.of(
                "training.pause",
                TEXTS.get("title"),
                TEXTS.get("pause"),
                TEXTS.get("pause.tip"),
                model::pause)
            .icon("fth-pause")
            .key("P")
            .when(shown(RunRow::active)),
        Action.of(
                "training.stop-epoch",
                TEXTS.get("title"),
                TEXTS.get("stop"),
                TEXTS.get("stop.tip"),
                model::stopAfterEpoch)
            .icon("fth-skip-forward")
            .key("Shift+E")
            .when(shown(RunRow::training)),
        Action.of(
                "training.resume",
                TEXTS.get("title"),
                TEXTS.get("resume"),
                TEXTS.get("resume.tip"),
                model::resume)
            .icon("fth-play-circle")
            .key("Shift+P")
            .when(shown(RunRow::canGoOn)),
        Action.of(
                "training.cancel",
                TEXTS.get("title"),
                TEXTS.get("cancel"),
                TEXTS.get("cancel.tip"),
                model::cancel)
            .icon("fth-x-circle")
            .key("Shift+X")
            .when(shown(RunRow::canCancel)));
  }

  private BooleanBinding shown(Predicate<RunRow> holds) {
    return Bindings.createBooleanBinding(
        () -> live.get() && model.shown().get().filter(holds).isPresent(), live, model.shown());
  }

  /** Prefills the next run: on this release, as long and in the order that its plan says. */
  public void prepare(ReleaseChoice release) {
    model.trainOn(Optional.of(release));
  }

  /** What can be done here: to be registered while the project is open. */
  public List<Action> actions() {
    return own;
  }

  @Override
  public String id() {
    return "training";
  }

  @Override
  public String title() {
    return TEXTS.get("title");
  }

  @Override
  public String icon() {
    return "fth-trending-up";
  }

  @Override
  public Node view() {
    ActionControls controls = new ActionControls(actions);
    VBox side =
        new VBox(
            16, new CompositionPanel(model).view(), form.view(controls.primary(own.getFirst())));
    side.setPadding(new Insets(16));
    ScrollPane left = new ScrollPane(side);
    left.setFitToWidth(true);
    left.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    left.setPrefWidth(SIDE);
    left.setMinWidth(SIDE);
    StackPane area = new StackPane();
    Node desk = desk(controls);
    Node none = none();
    HBox.setHgrow(area, Priority.ALWAYS);
    area.setMinWidth(0);
    area.getChildren().setAll(none);
    model.runs().subscribe(() -> area.getChildren().setAll(model.runs().isEmpty() ? none : desk));
    return new HBox(left, area);
  }

  private static Node none() {
    return new EmptyState("fth-trending-up", TEXTS.get("nothing"), null);
  }

  private Node desk(ActionControls controls) {
    Node tools = controls.toolbar(own.subList(1, own.size()));
    VBox desk =
        new VBox(
            8,
            new TrainingRunsPanel(model).view(),
            new TrainingCurvesPanel(model, problem).view(tools));
    VBox.setVgrow(desk.getChildren().getLast(), Priority.ALWAYS);
    desk.setPadding(new Insets(16, 16, 12, 0));
    return desk;
  }

  @Override
  public void shown() {
    live.set(true);
    model.watch();
    watching = revision.subscribe(value -> model.refresh());
    clock.play();
  }

  @Override
  public void hidden() {
    live.set(false);
    clock.stop();
    model.rest();
    watching.unsubscribe();
  }
}
