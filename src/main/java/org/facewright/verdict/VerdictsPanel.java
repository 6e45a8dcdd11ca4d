package org.facewright.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.form.Explained;
import org.facewright.ui.form.Segments;
import org.facewright.ui.form.ValueSlider;
import org.facewright.ui.shell.EmptyState;
import org.facewright.ui.shell.Overlay;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.wall.FaceLook;
import org.facewright.ui.wall.FaceOrigin;
import org.facewright.ui.wall.FaceState;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.ui.wall.Wall;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.cost.PriceTable;
import org.facewright.verdict.ledger.FaceVerdict;
import org.facewright.verdict.ledger.RunSummary;
import org.facewright.verdict.run.Estimate;

/** Left: what is asked and what it costs. Middle: what was said. Right: the very sheet. */
public final class VerdictsPanel implements Panel {
  private static final double EDGE = 96;
  private static final double LEFT = 340;

  private final VerdictsModel model;
  private final Actions actions;
  private final Overlay overlay;
  private final PriceTable prices;
  private final Wall<FaceVerdict> wall;
  private final SheetPanel sheet = new SheetPanel();
  private final VBox runs = new VBox(8);
  private final Label estimate = new Label();
  private final BooleanProperty live = new SimpleBooleanProperty(this, "live");
  private final Timeline clock =
      new Timeline(new KeyFrame(Duration.seconds(1), event -> lookAgain()));
  private final List<Action> own;

  public VerdictsPanel(
      VerdictsModel model,
      PriceTable prices,
      Actions actions,
      Thumbnails<Long> thumbnails,
      Overlay overlay) {
    this.model = model;
    this.prices = prices;
    this.actions = actions;
    this.overlay = overlay;
    wall = Wall.ofFaces(FaceVerdict::imageId, VerdictsPanel::look, thumbnails, EDGE);
    clock.setCycleCount(Animation.INDEFINITE);
    own = ownActions();
  }

  private static FaceLook look(FaceVerdict verdict) {
    FaceState state =
        switch (verdict.same()) {
          case YES -> FaceState.KEPT;
          case NO -> FaceState.REJECTED;
          case UNSURE -> FaceState.AMBIGUOUS;
        };
    Double confidence = verdict.confidence();
    return new FaceLook(
        verdict.identity(),
        state,
        false,
        FaceOrigin.IMPORTED,
        confidence == null ? Double.NaN : confidence);
  }

  @Override
  public String id() {
    return "verdicts";
  }

  @Override
  public String title() {
    return "Verdicts";
  }

  @Override
  public String icon() {
    return "fth-message-square";
  }

  /** What can be done here: to be registered while the project is open. */
  public List<Action> actions() {
    return own;
  }

  private List<Action> ownActions() {
    BooleanBinding ready =
        Bindings.createBooleanBinding(
            () -> live.get() && model.quote().get().isPresent(), live, model.quote());
    BooleanBinding some =
        Bindings.createBooleanBinding(
            () -> live.get() && wall.selection().count().get() > 0, live, wall.selection().count());
    return List.of(
        act("run", "Ask…", "Shows what leaves and what it costs; then asks the model.")
            .icon("fth-play")
            .key("Shortcut+Enter")
            .when(ready),
        Action.of(
                "verdicts.batch",
                "Verdicts",
                "As a batch…",
                "Half the price, answers within a day; survives closing the window.",
                () -> ask(true))
            .icon("fth-clock")
            .when(ready),
        Action.of(
                "verdicts.weigh",
                "Verdicts",
                "Weigh again",
                "Weighs all votes anew against what people said.",
                model::weigh)
            .icon("fth-bar-chart-2")
            .key("W")
            .when(live),
        Action.of(
                "verdicts.accept",
                "Verdicts",
                "Accept",
                "Takes the model's word on the chosen faces; U takes it back.",
                () -> model.accept(wall.chosen()))
            .icon("fth-check")
            .key("A")
            .when(some),
        Action.of(
                "verdicts.again",
                "Verdicts",
                "Ask again",
                "The chosen faces' sheets are asked about anew when the run goes on.",
                () -> model.doubt(wall.chosen()))
            .icon("fth-refresh-cw")
            .key("R")
            .when(some));
  }

  private Action act(String id, String name, String about) {
    return Action.of("verdicts." + id, "Verdicts", name, about, () -> ask(false));
  }

  private void ask(boolean batch) {
    Optional<VerdictDesk.Quote> quote = model.quote().get();
    if (quote.isEmpty()) {
      return;
    }
    if (quote.get().agreed()) {
      model.agreeAndStart(quote.get(), batch);
      return;
    }
    overlay.show(
        new ConsentPanel(
            quote.get(),
            () -> {
              overlay.close();
              model.agreeAndStart(quote.get(), batch);
            },
            overlay::close));
  }

  @Override
  public Node view() {
    wall.setId("verdict-wall");
    EmptyState none =
        new EmptyState("fth-message-square", "No verdict fits. Ask the model, or show all.", all());
    none.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    model
        .shown()
        .subscribe(
            shown -> {
              wall.show(shown);
              none.setVisible(shown.isEmpty());
            });
    wall.selection().revision().subscribe(now -> see());
    StackPane content = new StackPane(wall, none);
    VBox.setVgrow(content, Priority.ALWAYS);
    VBox middle = new VBox(12, filters(), content);
    HBox.setHgrow(middle, Priority.ALWAYS);
    middle.setMinWidth(0);
    model.quote().subscribe(this::quoted);
    model
        .preview()
        .subscribe(
            drawn ->
                drawn.ifPresent(
                    p -> {
                      if (wall.selection().count().get() == 0) {
                        sheet.show(
                            p.picture(), "Sheet 1 of %,d, not asked yet.".formatted(p.sheets()));
                      }
                    }));
    model.seen().subscribe(seen -> seen.ifPresent(sheet::show));
    model.runs().subscribe(this::listed);
    HBox page = new HBox(24, left(), middle, sheet);
    page.setPadding(new Insets(16, 24, 16, 24));
    return page;
  }

  private Button all() {
    Button all = new Button("Show all");
    all.setOnAction(event -> model.filter().set(VerdictFilter.EVERYTHING));
    return all;
  }

  private void see() {
    int at = wall.selection().focused().get();
    List<FaceVerdict> shown = model.shown().get();
    if (at >= 0 && at < shown.size() && wall.selection().count().get() > 0) {
      model.see(shown.get(at));
    }
  }

  private Node left() {
    Label heading = new Label("Ask a model");
    heading.getStyleClass().add("fw-title");
    estimate.setWrapText(true);
    estimate.setId("verdict-estimate");
    VBox card = new VBox(estimate);
    card.getStyleClass().add("fw-card");
    ActionControls controls = new ActionControls(actions);
    FlowPane buttons =
        new FlowPane(
            8,
            8,
            controls.primary(own.get(0)),
            controls.button(own.get(1)),
            controls.button(own.get(2)));
    Label done = new Label("Runs");
    done.getStyleClass().add("fw-heading");
    VBox left = new VBox(12, heading, new RunFormPanel(model, prices), card, buttons, done, runs);
    ScrollPane scroll = new ScrollPane(left);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinWidth(LEFT);
    scroll.setPrefWidth(LEFT);
    return scroll;
  }

  private void quoted(Optional<VerdictDesk.Quote> quote) {
    estimate.setText(quote.map(this::words).orElse("Counting …"));
  }

  private String words(VerdictDesk.Quote quote) {
    Estimate cost = quote.estimate();
    String where =
        quote.settings().simulated()
            ? "Simulated: nothing leaves, the costs are pretended."
            : quote.recipient().leavesMachine()
                ? "Goes to " + quote.recipient().origin() + "."
                : "Stays on this machine: " + quote.recipient().origin() + ".";
    return "%,d faces in question on %,d sheets%s.%nExpected %s %s, at most %s of a budget of %s.%n%s%nPrices as of %s."
        .formatted(
            cost.questioned(),
            cost.sheets(),
            cost.free() == 0 ? "" : ", %,d more are answered".formatted(cost.free()),
            amount(cost.expected()),
            prices.currency(),
            amount(cost.most()),
            quote.settings().limit(),
            where,
            quote.settings().pricesAsOf());
  }

  private void listed(List<RunSummary> found) {
    runs.getChildren().setAll(found.stream().map(this::card).toList());
  }

  private Node card(RunSummary run) {
    Label name = new Label(run.started().run());
    name.getStyleClass().add("fw-name");
    HBox head = new HBox(8, name);
    head.setAlignment(Pos.CENTER_LEFT);
    if (run.started().simulated()) {
      Label mark = new Label("simulated");
      mark.getStyleClass().add("fw-badge");
      mark.setMinWidth(Region.USE_PREF_SIZE);
      head.getChildren().add(mark);
    }
    long limit = Math.max(1, run.started().limit().nano());
    ProgressBar bar = new ProgressBar((double) run.spent().nano() / limit);
    bar.setMaxWidth(Double.MAX_VALUE);
    Explained.with(bar, "Spent of the budget; questions under way are reserved besides.");
    Label money =
        new Label(
            "%s spent, %s expected so far, budget %s%s"
                .formatted(
                    amount(run.spent()),
                    amount(run.expected()),
                    run.started().limit(),
                    run.underWay().nano() == 0
                        ? ""
                        : ", " + amount(run.underWay()) + " under way"));
    money.setWrapText(true);
    Label count =
        new Label(
            "%,d answered · %,d from before · %,d left out · %s"
                .formatted(
                    run.answered(),
                    run.reused(),
                    run.leftOut(),
                    run.ended() == null
                        ? "running or interrupted"
                        : run.ended().toLowerCase(Locale.ROOT)));
    count.getStyleClass().add("fw-caption");
    count.setWrapText(true);
    VBox card = new VBox(4, head, bar, money, count);
    card.getStyleClass().add("fw-card");
    card.setOnMouseClicked(event -> model.run().set(Optional.of(run.started().run())));
    return card;
  }

  /** Four decimals, rounded up: never less than it is. */
  private static String amount(Money money) {
    return new java.math.BigDecimal(money.toString())
        .setScale(4, java.math.RoundingMode.CEILING)
        .stripTrailingZeros()
        .toPlainString();
  }

  private Node filters() {
    Segments<VerdictFilter.Said> said =
        new Segments<>(
            List.of(VerdictFilter.Said.values()),
            model.filter().get().said(),
            VerdictFilter.Said::label);
    ValueSlider least = new ValueSlider("least confidence", 0, 1, 0, 2);
    least.setMaxWidth(220);
    said.value()
        .subscribe(now -> model.filter().set(new VerdictFilter(now, model.filter().get().least())));
    least
        .value()
        .subscribe(
            now ->
                model
                    .filter()
                    .set(new VerdictFilter(model.filter().get().said(), now.doubleValue())));
    model
        .filter()
        .subscribe(
            now -> {
              said.value().set(now.said());
              least.value().set(now.least());
            });
    ActionControls controls = new ActionControls(actions);
    Label confidence = new Label("surer than");
    confidence.getStyleClass().add("fw-muted");
    HBox sureness =
        new HBox(8, confidence, Explained.with(least, "How sure the model says it is, 0 to 1."));
    sureness.setAlignment(Pos.CENTER_LEFT);
    FlowPane bar =
        new FlowPane(
            12, 8, said, sureness, controls.button(own.get(3)), controls.button(own.get(4)));
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  /** While something runs, its costs tick. */
  private void lookAgain() {
    boolean running = model.runs().get().stream().anyMatch(run -> run.ended() == null);
    if (running) {
      model.look();
    }
  }

  @Override
  public void shown() {
    live.set(true);
    clock.play();
    model.refresh();
  }

  @Override
  public void hidden() {
    live.set(false);
    clock.stop();
  }
}
