package org.facewright.clustering;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
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
import org.facewright.project.ImageState;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.chart.Bins;
import org.facewright.ui.chart.ChartExport;
import org.facewright.ui.chart.HistogramChart;
import org.facewright.ui.shell.EmptyState;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.facewright.ui.wall.FaceLook;
import org.facewright.ui.wall.FaceOrigin;
import org.facewright.ui.wall.FaceState;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.ui.wall.Wall;
import org.facewright.ui.wall.WallGroup;

/** The tuning bench: move a slider and see at once which images' fate changes. */
public final class ClustersPanel implements Panel {
  private static final Texts TEXTS = Texts.of(ClustersPanel.class);
  private static final double EDGE = 104;
  private static final int BINS = 200;

  private final ClustersModel model;
  private final Actions actions;
  private final ReadOnlyLongProperty revision;
  private final LongConsumer open;
  private final HistogramChart chart = new HistogramChart();
  private final ChartExport export;
  private final CountsPanel counts = new CountsPanel();
  private final Wall<Change> wall;
  private final Label heading = new Label();
  private final Label reason = new Label();
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
      java.util.function.Consumer<String> problem) {
    this.model = model;
    this.actions = actions;
    this.revision = revision;
    this.open = open;
    export = new ChartExport(problem);
    wall =
        Wall.ofFaces(change -> key.apply(change.imageId()), ClustersPanel::look, thumbnails, EDGE);
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

  private static FaceLook look(Change change) {
    FaceState state =
        switch (change.to()) {
          case KEPT, UNJUDGED -> FaceState.KEPT;
          case REJECTED -> FaceState.REJECTED;
          case AMBIGUOUS -> FaceState.AMBIGUOUS;
        };
    return new FaceLook(change.identity(), state, false, FaceOrigin.IMPORTED, change.similarity());
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
    model.prepared().subscribe(now -> now.ifPresent(this::showPairs));
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
    chart.setId("clusters-histogram");
    chart.setMinHeight(160);
    chart.setPrefHeight(220);
    export.offer(chart);
    // A drag of the line is a cut by hand: under our own rule, which has none, it takes the fixed.
    model.tuning().subscribe(now -> chart.threshold().set(now.similarity()));
    chart.threshold().addListener((line, before, now) -> moved(now.doubleValue()));
    HBox.setHgrow(chart, Priority.ALWAYS);
    HBox middle = new HBox(24, chart, counts);
    middle.setAlignment(Pos.CENTER_LEFT);
    wall.setId("clusters-wall");
    wall.onOpen(change -> open.accept(change.identityId()));
    wall.onHover(change -> describe(Optional.ofNullable(change)));
    wall.selection().focused().subscribe(at -> describe(focused(at.intValue())));
    VBox.setVgrow(wall, Priority.ALWAYS);
    StackPane below = new StackPane(wall, unchanged());
    VBox.setVgrow(below, Priority.ALWAYS);
    VBox page = new VBox(16, new TuningPanel(model).view(), middle, bar(), below, reasonLine());
    page.setPadding(new Insets(16, 24, 12, 24));
    return page;
  }

  private void moved(double value) {
    Tuning now = model.tuning().get();
    if (now.similarity() == value) {
      return;
    }
    if (!now.rule().cuts()) {
      model.choose(Rule.FIXED);
    }
    model.tuning().set(model.tuning().get().withSimilarity(Math.rint(value * 1000) / 1000));
  }

  private Node unchanged() {
    Label none = new Label(TEXTS.get("unchanged"));
    none.getStyleClass().add("fw-muted");
    none.setMouseTransparent(true);
    none.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.proposal().get().filter(shown -> shown.changes() == 0).isPresent(),
                model.proposal()));
    return none;
  }

  private Node bar() {
    heading.setId("clusters-heading");
    heading.getStyleClass().add("fw-heading");
    Label busy = new Label(TEXTS.get("computing"));
    busy.getStyleClass().add("fw-caption");
    busy.visibleProperty().bind(model.computing());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    ActionControls controls = new ActionControls(actions);
    HBox bar =
        new HBox(
            12, heading, busy, gap, controls.button(own.get(1)), controls.primary(own.getFirst()));
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private Node reasonLine() {
    reason.setId("clusters-reason");
    reason.getStyleClass().add("fw-muted");
    reason.setMinHeight(20);
    return reason;
  }

  private Optional<Change> focused(int at) {
    return at >= 0 && at < wallSize()
        ? model.proposal().get().map(shown -> shown.change(at))
        : Optional.empty();
  }

  private int wallSize() {
    return model.proposal().get().map(Proposal::changes).orElse(0);
  }

  private void describe(Optional<Change> change) {
    reason.setText(
        change
            .map(
                c ->
                    TEXTS.get(
                        "reason",
                        c.identity(),
                        word(c.from()),
                        word(c.to()),
                        Told.words(c.reason())))
            .orElse(TEXTS.get("reason.none")));
  }

  private void showPairs(TuningBench bench) {
    counts.about(bench);
    chart.show(
        bins(TEXTS.get("genuine"), bench.within()), bins(TEXTS.get("impostor"), bench.across()));
  }

  /** The part of the axis where pairs are: most of what lies below 0 is empty. */
  private static Bins bins(String name, SimilarityHistogram pairs) {
    long[] all = pairs.counts(BINS);
    int from = BINS * 2 / 5;
    long[] some = java.util.Arrays.copyOfRange(all, from, BINS);
    for (int i = 0; i < from; i++) {
      some[0] += all[i];
    }
    return new Bins(name, -1 + 2.0 * from / BINS, 1, some);
  }

  private void show(Proposal proposal) {
    counts.show(proposal);
    heading.setText(TEXTS.get("heading", proposal.changes()));
    wall.selection().none();
    wall.show(
        new Changes(proposal),
        proposal.groups().stream()
            .map(
                group ->
                    new WallGroup(
                        TEXTS.get("group.to", word(group.move().to())),
                        TEXTS.get("group.from", word(group.move().from()), group.size()),
                        group.size()))
            .toList());
    describe(Optional.empty());
  }

  /** Computed when they come into sight: there may be hundreds of thousands. */
  private static final class Changes extends AbstractList<Change> implements RandomAccess {
    private final Proposal proposal;

    Changes(Proposal proposal) {
      this.proposal = proposal;
    }

    @Override
    public Change get(int index) {
      return proposal.change(index);
    }

    @Override
    public int size() {
      return proposal.changes();
    }
  }

  private static String word(ImageState state) {
    return switch (state) {
      case UNJUDGED -> TEXTS.get("state.new");
      case KEPT -> TEXTS.get("state.kept");
      case REJECTED -> TEXTS.get("state.rejected");
      case AMBIGUOUS -> TEXTS.get("state.ambiguous");
    };
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
