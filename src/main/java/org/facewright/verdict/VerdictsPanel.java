package org.facewright.verdict;

import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
import org.facewright.ui.shell.EmptyState;
import org.facewright.ui.shell.Overlay;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.FaceLook;
import org.facewright.ui.wall.FaceOrigin;
import org.facewright.ui.wall.FaceState;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.ui.wall.Wall;
import org.facewright.verdict.cost.PriceTable;
import org.facewright.verdict.ledger.FaceVerdict;

/** Left: what is asked and what it costs. Middle: what was said. Right: the very sheet. */
public final class VerdictsPanel implements Panel {
  private static final Texts TEXTS = Texts.of(VerdictsPanel.class);
  private static final double EDGE = 112;
  private static final double LEFT = 348;

  /** The first actions ask; those after them are about chosen verdicts. */
  private static final int ASKING = 4;

  private final VerdictsModel model;
  private final PricesModel prices;
  private final Actions actions;
  private final Overlay overlay;
  private final Wall<FaceVerdict> wall;
  private final SheetPanel sheet;
  private final QuotePanel quote = new QuotePanel();
  private final WeighingPanel weighing = new WeighingPanel();
  private final BooleanProperty live = new SimpleBooleanProperty(this, "live");
  private final Timeline clock =
      new Timeline(new KeyFrame(Duration.seconds(1), event -> lookAgain()));
  private final List<Action> own;

  public VerdictsPanel(
      VerdictsModel model,
      PricesModel prices,
      Actions actions,
      Thumbnails<Long> thumbnails,
      Overlay overlay) {
    this.model = model;
    this.prices = prices;
    this.actions = actions;
    this.overlay = overlay;
    wall = Wall.ofFaces(FaceVerdict::imageId, VerdictsPanel::look, thumbnails, EDGE);
    sheet = new SheetPanel(model::preview);
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
    return TEXTS.get("title");
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
    BooleanBinding priced =
        Bindings.createBooleanBinding(
            () -> live.get() && prices.table().get().isPresent(), live, prices.table());
    return List.of(
        act("run", TEXTS.get("ask"), TEXTS.get("ask.tip"), () -> ask(false))
            .icon("fth-play")
            .key("Shortcut+Enter")
            .when(ready),
        act("batch", TEXTS.get("batch"), TEXTS.get("batch.tip"), () -> ask(true))
            .icon("fth-clock")
            .when(ready),
        act("weigh", TEXTS.get("weigh"), TEXTS.get("weigh.tip"), model::weigh)
            .icon("fth-bar-chart-2")
            .key("W")
            .when(live),
        act("prices", TEXTS.get("prices"), TEXTS.get("prices.tip"), this::prices)
            .icon("fth-dollar-sign")
            .when(priced),
        act(
                "accept",
                TEXTS.get("accept"),
                TEXTS.get("accept.tip"),
                () -> model.accept(wall.chosen()))
            .icon("fth-check")
            .key("A")
            .when(some),
        act("again", TEXTS.get("again"), TEXTS.get("again.tip"), () -> model.doubt(wall.chosen()))
            .icon("fth-refresh-cw")
            .key("R")
            .when(some));
  }

  private static Action act(String id, String name, String about, Runnable run) {
    return Action.of("verdicts." + id, TEXTS.get("title"), name, about, run);
  }

  private void prices() {
    prices
        .table()
        .get()
        .ifPresent(table -> overlay.show(new PricesPanel(table, prices, overlay::close)));
  }

  private void ask(boolean batch) {
    Optional<VerdictDesk.Quote> now = model.quote().get();
    if (now.isEmpty()) {
      return;
    }
    if (now.get().agreed()) {
      model.agreeAndStart(now.get(), batch);
      return;
    }
    overlay.show(
        new ConsentPanel(
            now.get(),
            () -> {
              overlay.close();
              model.agreeAndStart(now.get(), batch);
            },
            overlay::close));
  }

  @Override
  public Node view() {
    model
        .quote()
        .subscribe(
            now -> quote.show(now, prices.table().get().map(PriceTable::currency).orElse("")));
    model.preview().subscribe(drawn -> drawn.ifPresent(this::preview));
    model.seen().subscribe(seen -> seen.ifPresent(sheet::show));
    model.weighing().subscribe(weighing::show);
    HBox page = new HBox(24, left(), middle(), sheet);
    page.setPadding(new Insets(16, 24, 16, 24));
    return page;
  }

  private Node middle() {
    wall.setId("verdict-wall");
    EmptyState none = new EmptyState("fth-message-square", TEXTS.get("nothing"), all());
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
    List<Action> withChosen = own.subList(ASKING, own.size());
    VBox middle = new VBox(12, new VerdictFilterPanel(model, actions, withChosen), content);
    HBox.setHgrow(middle, Priority.ALWAYS);
    middle.setMinWidth(0);
    return middle;
  }

  /** A sheet that nobody has asked about, unless somebody is looking at one that was. */
  private void preview(VerdictsModel.Preview drawn) {
    if (wall.selection().count().get() == 0) {
      sheet.show(drawn);
    }
  }

  private Button all() {
    Button all = new Button(TEXTS.get("filter.show.all"));
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
    Label heading = new Label(TEXTS.get("ask.heading"));
    heading.getStyleClass().add("fw-title");
    ActionControls controls = new ActionControls(actions);
    FlowPane buttons = new FlowPane(8, 8, controls.primary(own.getFirst()));
    own.subList(1, ASKING).forEach(action -> buttons.getChildren().add(controls.button(action)));
    VBox left =
        new VBox(
            12,
            heading,
            new RunFormPanel(model, prices),
            quote,
            buttons,
            new RunListPanel(model),
            weighing);
    left.setPadding(new Insets(0, 8, 0, 0));
    ScrollPane scroll = new ScrollPane(left);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinWidth(LEFT);
    scroll.setPrefWidth(LEFT);
    return scroll;
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
    prices.read();
    model.refresh();
  }

  @Override
  public void hidden() {
    live.set(false);
    clock.stop();
  }
}
