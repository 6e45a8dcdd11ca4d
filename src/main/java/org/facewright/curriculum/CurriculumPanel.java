package org.facewright.curriculum;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.facewright.project.ReleaseRecord;
import org.facewright.project.release.CurriculumPlan;
import org.facewright.project.release.ReleaseOrder;
import org.facewright.project.release.ReleaseRecipe;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.form.Explained;
import org.facewright.ui.form.Segments;
import org.facewright.ui.shell.EmptyState;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.Thumbnails;

/** Composes a release, plans in which order it is learnt, freezes it and hands it to training. */
public final class CurriculumPanel implements Panel {
  private static final Texts TEXTS = Texts.of(CurriculumPanel.class);
  private static final double SIDE = 400;
  private static final String OWN = "own";

  private final CurriculumModel model;
  private final Actions actions;
  private final Thumbnails<Long> thumbnails;
  private final ReadOnlyLongProperty revision;
  private final LongConsumer open;
  private final BiConsumer<ReleaseRecord, CurriculumPlan> train;
  private final BooleanProperty live = new SimpleBooleanProperty(this, "live");
  private final Segments<String> preset =
      new Segments<>(
          List.of("paper", "measured", "shuffled", OWN), "paper", CurriculumPanel::named);
  private final TextField name = new TextField("release");
  private final PlanPanel plan;
  private final ReleasesPanel releases;
  private final List<Action> own;
  private boolean showing;
  private Subscription watching = Subscription.EMPTY;

  /**
   * @param revision grows when images or jobs have changed
   * @param open shows the identity of an image, by the image's id
   * @param train opens the page Training with a release and its plan
   */
  public CurriculumPanel(
      CurriculumModel model,
      Actions actions,
      Thumbnails<Long> thumbnails,
      ReadOnlyLongProperty revision,
      LongConsumer open,
      BiConsumer<ReleaseRecord, CurriculumPlan> train) {
    this.model = model;
    this.actions = actions;
    this.thumbnails = thumbnails;
    this.revision = revision;
    this.open = open;
    this.train = train;
    plan = new PlanPanel(model);
    releases = new ReleasesPanel(model);
    preset.setId("curriculum-preset");
    name.setId("curriculum-name");
    name.setPrefColumnCount(12);
    preset.value().subscribe(this::preset);
    own = ownActions();
  }

  private static String named(String preset) {
    return switch (preset) {
      case "paper" -> TEXTS.get("preset.paper");
      case "measured" -> TEXTS.get("preset.measured");
      case "shuffled" -> TEXTS.get("preset.shuffled");
      default -> TEXTS.get("preset.own");
    };
  }

  private void preset(String chosen) {
    if (!showing && !chosen.equals(OWN)) {
      ReleaseOrder order = ReleaseRecipe.preset(chosen).order();
      model.edit(recipe -> Recipes.ordered(recipe, order));
    }
  }

  private List<Action> ownActions() {
    BooleanBinding ready =
        Bindings.createBooleanBinding(
            () ->
                live.get()
                    && model.composed().get().isPresent()
                    && model.obstacle().get().isEmpty(),
            live,
            model.composed(),
            model.obstacle());
    BooleanBinding chosen =
        Bindings.createBooleanBinding(
            () -> live.get() && releases.selected().get() != null, live, releases.selected());
    return List.of(
        action("freeze", TEXTS.get("freeze"), TEXTS.get("freeze.tip"), this::freeze)
            .icon("fth-lock")
            .key("Shortcut+Enter")
            .when(ready),
        action(
                "train",
                TEXTS.get("train"),
                TEXTS.get("train.tip"),
                () ->
                    releases
                        .chosen()
                        .ifPresent(
                            release ->
                                model.withPlan(release, with -> train.accept(release, with))))
            .icon("fth-trending-up")
            .key("T")
            .when(chosen),
        action(
                "current",
                TEXTS.get("current"),
                TEXTS.get("current.tip"),
                () -> releases.chosen().ifPresent(model::choose))
            .icon("fth-rotate-ccw")
            .key("C")
            .when(chosen),
        action(
                "uncurrent",
                TEXTS.get("uncurrent"),
                TEXTS.get("uncurrent.tip"),
                () -> releases.chosen().ifPresent(model::undoChoice))
            .icon("fth-corner-up-left")
            .key("Shift+C")
            .when(chosen),
        action("undo", TEXTS.get("undo"), TEXTS.get("undo.tip"), model::undo)
            .icon("fth-corner-up-left")
            .key("Alt+Left")
            .when(live.and(model.canUndo())),
        action("redo", TEXTS.get("redo"), TEXTS.get("redo.tip"), model::redo)
            .icon("fth-corner-up-right")
            .key("Alt+Right")
            .when(live.and(model.canRedo())),
        action("split", TEXTS.get("split"), TEXTS.get("split.tip"), () -> plan.split(plan.stage()))
            .icon("fth-columns")
            .key("S")
            .when(live),
        action("merge", TEXTS.get("merge"), TEXTS.get("merge.tip"), () -> plan.merge(plan.stage()))
            .icon("fth-minus-square")
            .key("Shift+S")
            .when(live));
  }

  private static Action action(String id, String title, String sentence, Runnable run) {
    return Action.of("curriculum." + id, TEXTS.get("title"), title, sentence, run);
  }

  /** What can be done here: to be registered while the project is open. */
  public List<Action> actions() {
    return own;
  }

  private void freeze() {
    model.freeze(name.getText().strip());
  }

  @Override
  public String id() {
    return "curriculum";
  }

  @Override
  public String title() {
    return TEXTS.get("title");
  }

  @Override
  public String icon() {
    return "fth-layers";
  }

  @Override
  public Node view() {
    ActionControls controls = new ActionControls(actions);
    Node desk = desk(controls);
    Node none = none();
    StackPane area = new StackPane(none);
    model.composed().subscribe(now -> area.getChildren().setAll(now.isPresent() ? desk : none));
    model.recipe().subscribe(this::named);
    VBox page = new VBox(bar(controls), area);
    VBox.setVgrow(area, Priority.ALWAYS);
    return page;
  }

  private void named(ReleaseRecipe recipe) {
    showing = true;
    String plan = recipe.plan().name();
    preset.value().set(ReleaseRecipe.presets().contains(plan) ? plan : OWN);
    showing = false;
  }

  private Node bar(ActionControls controls) {
    HBox gap = new HBox();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label as = new Label(TEXTS.get("freeze.as"));
    as.getStyleClass().add("fw-muted");
    as.setLabelFor(name);
    HBox bar =
        new HBox(
            8,
            Explained.with(preset, TEXTS.get("preset.tip")),
            controls.toolbar(own.subList(4, own.size())),
            gap,
            as,
            Explained.with(name, TEXTS.get("freeze.as.tip")),
            controls.primary(own.getFirst()));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.setPadding(new Insets(12, 16, 8, 16));
    return bar;
  }

  private Node none() {
    Label why = new Label();
    why.setId("curriculum-why");
    why.textProperty().bind(model.obstacle());
    why.setWrapText(true);
    why.setMaxWidth(420);
    why.getStyleClass().add("fw-muted");
    EmptyState state = new EmptyState("fth-layers", TEXTS.get("nothing"), null);
    state.getChildren().add(why);
    return state;
  }

  private Node desk(ActionControls controls) {
    VBox left =
        new VBox(
            12,
            plan.view(),
            new DifficultyPanel(model, thumbnails, open).view(),
            new AugmentationPanel(model).view());
    left.setPadding(new Insets(4, 12, 16, 16));
    VBox right =
        new VBox(
            12,
            new CompositionTablePanel(model, thumbnails).view(),
            releases.view(List.of(buttons(controls))),
            new RecipeFormPanel(model).view());
    right.setPadding(new Insets(4, 16, 16, 0));
    right.setPrefWidth(SIDE);
    right.setMinWidth(SIDE);
    right.setMaxWidth(SIDE);
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    ScrollPane scroll = new ScrollPane(new HBox(left, right));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  private Node buttons(ActionControls controls) {
    HBox row =
        new HBox(
            8, controls.button(own.get(1)), controls.button(own.get(2)), controls.tool(own.get(3)));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
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
