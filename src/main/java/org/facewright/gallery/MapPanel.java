package org.facewright.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.facewright.gallery.map.MapMethod;
import org.facewright.gallery.map.Maps;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.chart.ChartExport;
import org.facewright.ui.chart.DotMark;
import org.facewright.ui.chart.ScatterMap;
import org.facewright.ui.form.Explained;
import org.facewright.ui.form.Segments;
import org.facewright.ui.shell.EmptyState;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.Thumbnails;

/** The map: all identities, or the images of one, alike ones near each other. */
public final class MapPanel implements Panel {
  private static final Texts TEXTS = Texts.of(MapPanel.class);

  private final MapModel model;
  private final Actions actions;
  private final ReadOnlyLongProperty revision;
  private final ScatterMap map = new ScatterMap();
  private final ChartExport export;
  private final MapHoverPanel hover;
  private final MapChoicePanel choice;
  private final FlowPane legend = new FlowPane(16, 4);
  private final Label about = new Label();
  private final StackPane area = new StackPane();
  private final BooleanProperty live = new SimpleBooleanProperty(this, "live");
  private final List<Action> own;
  private Subscription watching = Subscription.EMPTY;
  private long drawnRun = -1;

  /**
   * @param actions holds project.embed
   * @param revision grows when images may stand otherwise, or a job has ended
   * @param open shows an identity, by its id
   * @param problem hears why the chart could not be exported
   */
  public MapPanel(
      MapModel model,
      Actions actions,
      Thumbnails<FaceKey> thumbnails,
      ReadOnlyLongProperty revision,
      LongConsumer open,
      java.util.function.Consumer<String> problem) {
    this.model = model;
    this.actions = actions;
    this.revision = revision;
    export = new ChartExport(problem);
    hover = new MapHoverPanel(thumbnails);
    choice = new MapChoicePanel(model, actions, thumbnails, live, open);
    own = new java.util.ArrayList<>(ownActions());
    own.addAll(choice.actions());
  }

  private List<Action> ownActions() {
    BooleanBinding can =
        Bindings.createBooleanBinding(
            () -> live.get() && model.embedded().get().orElse(false), live, model.embedded());
    BooleanBinding there =
        Bindings.createBooleanBinding(
            () -> live.get() && model.shown().get().isPresent(), live, model.shown());
    return List.of(
        Action.of(
                "map.new",
                TEXTS.get("map"),
                TEXTS.get("map.new"),
                TEXTS.get("map.new.about"),
                model::make)
            .icon("fth-map")
            .key("Shortcut+Shift+M")
            .when(can),
        Action.of(
                "map.fit",
                TEXTS.get("map"),
                TEXTS.get("map.fit"),
                TEXTS.get("map.fit.about"),
                map::fit)
            .icon("fth-maximize")
            .key("0")
            .when(there));
  }

  /** What can be done here: to be registered while the project is open. */
  public List<Action> actions() {
    return own;
  }

  @Override
  public String id() {
    return "map";
  }

  @Override
  public String title() {
    return TEXTS.get("map");
  }

  @Override
  public String icon() {
    return "fth-map";
  }

  @Override
  public Node view() {
    Node filled = filled();
    Node empty =
        new EmptyState("fth-map", TEXTS.get("map.nothing-embedded"), button("project.embed", true));
    Node none = noMap();
    Label reading = new Label(TEXTS.get("map.reading"));
    reading.getStyleClass().add("fw-muted");
    area.getChildren().setAll(reading);
    model
        .embedded()
        .subscribe(
            known ->
                known.ifPresent(
                    some ->
                        area.getChildren()
                            .setAll(
                                model.shown().get().isPresent() ? filled : some ? none : empty)));
    model
        .shown()
        .subscribe(
            now ->
                now.ifPresent(
                    shown -> {
                      area.getChildren().setAll(filled);
                      show(shown);
                    }));
    return area;
  }

  private Node noMap() {
    EmptyState state = new EmptyState("fth-map", TEXTS.get("map.none"), null);
    HBox choose = new HBox(12, methods(), button("map.new", true));
    choose.setAlignment(Pos.CENTER);
    state.getChildren().add(choose);
    return state;
  }

  private Button button(String action, boolean primary) {
    ActionControls controls = new ActionControls(actions);
    return actions
        .find(action)
        .map(found -> primary ? controls.primary(found) : controls.button(found))
        .orElseGet(Button::new);
  }

  private Node filled() {
    map.setId("map");
    map.onHover(point -> hover.show(point(point)));
    map.onChosen(model.chosen()::set);
    map.setOnMouseDragged(
        Optional.ofNullable(map.getOnMouseDragged())
            .<javafx.event.EventHandler<javafx.scene.input.MouseEvent>>map(
                before ->
                    event -> {
                      hover.show(Optional.empty());
                      before.handle(event);
                    })
            .orElseThrow());
    map.addEventFilter(
        javafx.scene.input.MouseEvent.MOUSE_MOVED,
        event -> hover.follow(event.getX(), event.getY(), map.getWidth(), map.getHeight()));
    model.chosen().subscribe(map::choose);
    model.colouring().subscribe(by -> model.shown().get().ifPresent(this::colour));
    export.offer(map);
    StackPane drawn = new StackPane(map, hover);
    StackPane.setAlignment(hover, Pos.TOP_LEFT);
    drawn.setMinSize(200, 200);
    VBox.setVgrow(drawn, Priority.ALWAYS);
    about.getStyleClass().add("fw-muted");
    about.setWrapText(true);
    about.setMinHeight(Region.USE_PREF_SIZE);
    about.setId("map-about");
    VBox left = new VBox(12, bar(), drawn, legend, about);
    left.setPadding(new Insets(16, 24, 12, 24));
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    return new HBox(left, choice.view());
  }

  private Optional<MapPoint> point(int number) {
    return model
        .shown()
        .get()
        .filter(shown -> number >= 0 && number < shown.points().size())
        .map(shown -> shown.points().get(number));
  }

  private Segments<MapMethod> methods() {
    Segments<MapMethod> methods =
        new Segments<>(List.of(MapMethod.values()), model.method().get(), MapMethod::label);
    methods.value().bindBidirectional(model.method());
    for (int i = 0; i < methods.getChildren().size(); i++) {
      Explained.with(methods.getChildren().get(i), MapMethod.values()[i].sentence());
    }
    return methods;
  }

  private Node bar() {
    Segments<MapColours.By> colours =
        new Segments<>(
            List.of(MapColours.By.values()), model.colouring().get(), MapColours.By::label);
    colours.setId("map-colours");
    colours.value().bindBidirectional(model.colouring());
    Segments<Boolean> drag =
        new Segments<>(
            List.of(false, true),
            false,
            box -> box ? TEXTS.get("map.box") : TEXTS.get("map.lasso"));
    drag.setId("map-drag");
    drag.value().subscribe(map::boxes);
    Label by = new Label(TEXTS.get("map.colour-by"));
    by.getStyleClass().add("fw-muted");
    // Two groups that go below each other where the window is narrow.
    return new FlowPane(
        24,
        8,
        group(methods(), button("map.new", false), maps()),
        group(
            by,
            Explained.with(colours, TEXTS.get("map.colour-by.about")),
            Explained.with(drag, TEXTS.get("map.drag.about")),
            new ActionControls(actions).tool(own.get(1))));
  }

  private static HBox group(Node... controls) {
    HBox group = new HBox(8, controls);
    group.setAlignment(Pos.CENTER_LEFT);
    return group;
  }

  private ComboBox<Maps.Kept> maps() {
    ComboBox<Maps.Kept> box = new ComboBox<>();
    box.setId("map-kept");
    box.setPrefWidth(216);
    box.setCellFactory(list -> new KeptMapCell());
    box.setButtonCell(new KeptMapCell());
    box.setAccessibleText(TEXTS.get("map.kept"));
    model.kept().subscribe(all -> box.getItems().setAll(all));
    model.shown().subscribe(now -> box.setValue(now.map(ShownMap::kept).orElse(null)));
    box.setOnAction(event -> Optional.ofNullable(box.getValue()).ifPresent(model::show));
    return box;
  }

  private void show(ShownMap shown) {
    if (shown.kept().run() != drawnRun) {
      drawnRun = shown.kept().run();
      map.show(shown.map().x(), shown.map().y(), MapColours.of(shown, by()).kinds());
      map.choose(model.chosen().get());
    }
    colour(shown);
    about.setText(words(shown));
  }

  private MapColours.By by() {
    return model.colouring().get();
  }

  private void colour(ShownMap shown) {
    MapColours colours = MapColours.of(shown, by());
    map.recolor(colours.kinds());
    legend
        .getChildren()
        .setAll(colours.legend().stream().map(MapPanel::entry).toArray(Node[]::new));
  }

  private static Node entry(MapColours.Entry entry) {
    Label label = new Label("%s  %,d".formatted(entry.label(), entry.count()));
    label.getStyleClass().add("fw-caption");
    HBox box = new HBox(4, new DotMark(entry.kind()), label);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static String words(ShownMap shown) {
    MapMethod method = shown.map().settings().method();
    int all = shown.map().points();
    int placed = shown.map().placed();
    String model = shown.map().settings().model();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        shown.map().ofIdentities()
            ? TEXTS.get("map.words.identities", method.label(), all, model)
            : TEXTS.get("map.words.images", method.label(), all, shown.title(), model));
    if (placed != all) {
      sentences.add(TEXTS.get("map.words.placed", placed, method.label(), all - placed));
    }
    sentences.add(method.sentence());
    return String.join(" ", sentences);
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
