package org.facewright.clustering;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.chart.HistogramChart;
import org.facewright.ui.shell.EmptyState;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.Thumbnails;

/** The tuning bench: move a slider and see at once which images' fate changes. */
public final class ClustersPanel implements Panel {
  private static final Texts TEXTS = Texts.of(ClustersPanel.class);

  private final ClustersModel model;
  private final Actions actions;
  private final ReadOnlyLongProperty revision;
  private final PairsPanel pairs;
  private final CountsPanel counts = new CountsPanel();
  private final ChangesPanel changes;
  private final StackPane area = new StackPane();
  private final BooleanProperty live = new SimpleBooleanProperty(this, "live");
  private final List<Action> own;
  private Subscription watching = Subscription.EMPTY;

  /**
   * @param <K> names a face for the thumbnails
   * @param key the name of an image's face, by its id
   * @param actions holds project.embed
   * @param revision grows when images may stand otherwise
   * @param open shows an identity, by its id
   * @param problem hears why a chart could not be exported
   */
  public <K> ClustersPanel(
      ClustersModel model,
      Actions actions,
      Thumbnails<K> thumbnails,
      LongFunction<K> key,
      ReadOnlyLongProperty revision,
      LongConsumer open,
      Consumer<String> problem) {
    this.model = model;
    this.actions = actions;
    this.revision = revision;
    pairs = new PairsPanel(model, problem);
    changes = new ChangesPanel(model, thumbnails, key, open);
    own = ownActions();
  }

  private List<Action> ownActions() {
    BooleanBinding acceptable =
        Bindings.createBooleanBinding(
            () -> live.get() && model.acceptable(), live, model.proposal(), model.tuning());
    BooleanBinding there =
        Bindings.createBooleanBinding(
            () -> live.get() && model.phase().get() == ClustersModel.Phase.READY,
            live,
            model.phase());
    return List.of(
        Action.of(
                "clusters.accept",
                TEXTS.get("title"),
                TEXTS.get("accept"),
                TEXTS.get("accept.tip"),
                model::accept)
            .icon("fth-check")
            .key("Shortcut+Enter")
            .when(acceptable),
        Action.of(
                "clusters.reset",
                TEXTS.get("title"),
                TEXTS.get("reset"),
                TEXTS.get("reset.tip"),
                model::reset)
            .icon("fth-rotate-ccw")
            .key("Shortcut+R")
            .when(there));
  }

  /** What can be done here: to be registered while the project is open. */
  public List<Action> actions() {
    return own;
  }

  @Override
  public String id() {
    return "clusters";
  }

  @Override
  public String title() {
    return TEXTS.get("title");
  }

  @Override
  public String icon() {
    return "fth-sliders";
  }

  @Override
  public Node view() {
    Node bench = bench();
    Node nothing = nothing();
    Node preparing = preparing();
    Node failed = failed();
    model
        .phase()
        .subscribe(
            now ->
                area.getChildren()
                    .setAll(
                        switch (now) {
                          case READY -> bench;
                          case PREPARING -> preparing;
                          case NOTHING_EMBEDDED -> nothing;
                          case FAILED -> failed;
                        }));
    model.prepared().subscribe(now -> now.ifPresent(this::show));
    model.proposal().subscribe(now -> now.ifPresent(this::show));
    return area;
  }

  private Node nothing() {
    Button embed =
        actions
            .find("project.embed")
            .map(new ActionControls(actions)::primary)
            .orElseGet(Button::new);
    return new EmptyState("fth-sliders", TEXTS.get("nothing"), embed);
  }

  private Node preparing() {
    ProgressBar bar = new ProgressBar();
    bar.setId("clusters-progress");
    bar.setPrefWidth(320);
    bar.progressProperty()
        .bind(
            Bindings.when(model.progress().greaterThan(0))
                .then(model.progress())
                .otherwise(ProgressBar.INDETERMINATE_PROGRESS));
    Label text = new Label(TEXTS.get("preparing"));
    text.getStyleClass().add("fw-muted");
    VBox box = new VBox(12, text, bar);
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private Node failed() {
    Label text = new Label();
    text.textProperty().bind(model.failure());
    text.getStyleClass().add("fw-problem");
    text.setWrapText(true);
    text.setMaxWidth(480);
    Button again = new Button(TEXTS.get("again"));
    again.setOnAction(event -> model.refresh());
    VBox box = new VBox(16, text, again);
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private Node bench() {
    HistogramChart chart = pairs.view();
    HBox.setHgrow(chart, Priority.ALWAYS);
    HBox middle = new HBox(24, chart, counts);
    middle.setAlignment(Pos.CENTER_LEFT);
    Node wall = changes.wall();
    VBox.setVgrow(wall, Priority.ALWAYS);
    VBox page = new VBox(16, new TuningPanel(model).view(), middle, bar(), wall, changes.reason());
    page.setPadding(new Insets(16, 24, 12, 24));
    return page;
  }

  private Node bar() {
    Label busy = new Label(TEXTS.get("computing"));
    busy.getStyleClass().add("fw-caption");
    busy.visibleProperty().bind(model.computing());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    ActionControls controls = new ActionControls(actions);
    HBox bar =
        new HBox(
            12,
            changes.heading(),
            busy,
            gap,
            controls.button(own.get(1)),
            controls.primary(own.getFirst()));
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private void show(TuningBench bench) {
    counts.about(bench);
    pairs.show(bench);
  }

  private void show(Proposal proposal) {
    counts.show(proposal);
    changes.show(proposal);
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
