package org.facewright.experiment;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.shell.EmptyState;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.text.Texts;
import org.jspecify.annotations.Nullable;

/** The questions that the paper leaves open, asked of this project. */
public final class ExperimentsPanel implements Panel {
  private static final Texts TEXTS = Texts.of(ExperimentsPanel.class);
  private static final double SIDE = 356;

  private final ExperimentsModel model;
  private final Actions actions;
  private final ReadOnlyLongProperty revision;
  private final Consumer<String> problem;
  private final BooleanProperty live = new SimpleBooleanProperty(this, "live");
  private final ExperimentFormPanel form;
  private final ListView<Findings> list;
  private final List<Action> own;
  private Subscription watching = Subscription.EMPTY;

  /**
   * @param revision grows when a job has ended
   */
  public ExperimentsPanel(
      ExperimentsModel model,
      Actions actions,
      ReadOnlyLongProperty revision,
      Consumer<String> problem) {
    this.model = model;
    this.actions = actions;
    this.revision = revision;
    this.problem = problem;
    form = new ExperimentFormPanel(model);
    list = new ListView<>(model.experiments());
    own =
        List.of(
            action("start", TEXTS.get("start"), TEXTS.get("start.tip"), this::start)
                .icon("fth-play")
                .key("Shortcut+Enter")
                .when(live),
            action("resume", TEXTS.get("resume"), TEXTS.get("resume.tip"), model::goOn)
                .icon("fth-play-circle")
                .when(shown(findings -> !findings.complete())),
            action("report", TEXTS.get("report"), TEXTS.get("report.tip"), model::report)
                .icon("fth-file-text")
                .when(shown(findings -> findings.done() > 0)),
            action("remove", TEXTS.get("remove"), TEXTS.get("remove.tip"), model::remove)
                .icon("fth-trash-2")
                .when(shown(findings -> true)));
  }

  private static Action action(String id, String name, String sentence, Runnable run) {
    return Action.of("experiments." + id, TEXTS.get("title"), name, sentence, run);
  }

  private BooleanBinding shown(Predicate<Findings> holds) {
    return Bindings.createBooleanBinding(
        () -> live.get() && model.shown().get().filter(holds).isPresent(), live, model.shown());
  }

  private void start() {
    model.start(form.draft());
  }

  /** What can be done here: to be registered while the project is open. */
  public List<Action> actions() {
    return own;
  }

  @Override
  public String id() {
    return "experiments";
  }

  @Override
  public String title() {
    return TEXTS.get("title");
  }

  @Override
  public String icon() {
    return "fth-git-branch";
  }

  @Override
  public Node view() {
    ActionControls controls = new ActionControls(actions);
    list.setId("experiments");
    list.setCellFactory(view -> new ExperimentCell());
    list.getSelectionModel().selectedItemProperty().subscribe(this::selected);
    VBox.setVgrow(list, Priority.ALWAYS);
    model.shown().subscribe(now -> now.ifPresent(each -> list.getSelectionModel().select(each)));
    Label heading = new Label(TEXTS.get("title"));
    heading.getStyleClass().add("fw-heading");
    HBox before = new HBox(heading, spring(), controls.toolbar(own.subList(1, own.size())));
    before.setAlignment(Pos.CENTER_LEFT);
    VBox side = new VBox(12, form.view(), controls.primary(own.getFirst()), before, list);
    side.setPadding(new Insets(16, 12, 16, 16));
    side.setMinWidth(SIDE);
    side.setMaxWidth(SIDE);
    Node none = none();
    Node findings = new FindingsPanel(model, problem).view();
    StackPane area = new StackPane(none);
    model.shown().subscribe(now -> area.getChildren().setAll(now.isPresent() ? findings : none));
    HBox.setHgrow(area, Priority.ALWAYS);
    return new HBox(side, area);
  }

  private static Node spring() {
    HBox spring = new HBox();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }

  private void selected(@Nullable Findings findings) {
    if (model.shown().get().filter(each -> each.equals(findings)).isEmpty()) {
      model.show(findings);
    }
  }

  private static Node none() {
    return new EmptyState("fth-git-branch", TEXTS.get("nothing"), null);
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
