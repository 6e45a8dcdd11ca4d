package org.facewright.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.facewright.project.FaceImage;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.form.Explained;
import org.facewright.ui.form.Segments;
import org.facewright.ui.shell.EmptyState;
import org.facewright.ui.shell.Overlay;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.wall.FaceLook;
import org.facewright.ui.wall.FaceOrigin;
import org.facewright.ui.wall.FacePicture;
import org.facewright.ui.wall.FaceState;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.ui.wall.Wall;
import org.jspecify.annotations.Nullable;

/** One question a screen: the person at the left, the face large, the experts at the right. */
public final class ReviewPanel implements Panel {
  private static final double ANCHOR = 112;
  private static final double SMALL = 72;

  private final ReviewModel model;
  private final Overlay overlay;
  private final Actions actions;
  private final Thumbnails<Long> thumbnails;
  private final FaceStagePanel stage;
  private final ExpertsPanel experts = new ExpertsPanel();
  private final TilePane anchors = new TilePane(6, 6);
  private final Wall<Sight.Asked> here;
  private final HBox ahead = new HBox(6);
  private final Label title = new Label();
  private final Label progress = new Label();
  private final ProgressBar done = new ProgressBar(0);
  private final Label similarity = new Label();
  private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");
  private final BooleanProperty live = new SimpleBooleanProperty(this, "live");
  private final List<Action> own;
  private final EventHandler<KeyEvent> holding = this::held;
  private final EventHandler<KeyEvent> spacing = this::space;
  private final StackPane page = new StackPane();
  private @Nullable Scene wired;

  public ReviewPanel(
      ReviewModel model, Actions actions, Thumbnails<Long> thumbnails, Overlay overlay) {
    this.model = model;
    this.actions = actions;
    this.thumbnails = thumbnails;
    this.overlay = overlay;
    stage = new FaceStagePanel(thumbnails);
    here =
        Wall.ofFaces(
            asked -> asked.image().id(),
            asked ->
                new FaceLook(
                    withoutEnding(asked.image().name()),
                    FaceState.AMBIGUOUS,
                    asked.image().decided(),
                    FaceOrigin.IMPORTED,
                    asked.image().similarity()),
            thumbnails,
            SMALL);
    own = ownActions();
    page.sceneProperty().subscribe(scene -> wire(live.get() ? scene : null));
    model.sight().subscribe(seen -> badge.set(seen.map(s -> "" + s.left()).orElse("")));
  }

  private static String withoutEnding(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  @Override
  public String id() {
    return "review";
  }

  @Override
  public String title() {
    return "Review";
  }

  @Override
  public String icon() {
    return "fth-check-square";
  }

  @Override
  public ObservableStringValue badge() {
    return badge.getReadOnlyProperty();
  }

  /** What can be done here: to be registered while the project is open. */
  public List<Action> actions() {
    return own;
  }

  /** Takes the last act back and goes to what it was about. */
  public void undo() {
    model.undo();
  }

  private List<Action> ownActions() {
    BooleanBinding some =
        Bindings.createBooleanBinding(
            () -> live.get() && model.sight().get().isPresent(), live, model.sight());
    return List.of(
        act("keep", "Keep", "It is the same person.", "fth-check", "K", some, Answer.SAME),
        act("reject", "Not this person", "Somebody else.", "fth-x", "X", some, Answer.OTHER),
        Action.of(
                "review.move",
                "Review",
                "Move…",
                "It shows another person of this project.",
                this::move)
            .icon("fth-corner-up-right")
            .key("M")
            .when(some),
        act(
            "unsure",
            "Not sure",
            "Somebody else is to look at it.",
            "fth-help-circle",
            "S",
            some,
            Answer.UNSURE),
        act(
            "bad",
            "Bad picture",
            "No face, or nobody could tell.",
            "fth-slash",
            "B",
            some,
            Answer.UNUSABLE),
        Action.of("review.later", "Review", "Later", "Puts this identity off.", model::later)
            .icon("fth-clock")
            .key("J")
            .when(some),
        Action.of(
                "review.blind",
                "Review",
                "Hide experts",
                "Hides or shows what the experts say.",
                () -> model.blind().set(!model.blind().get()))
            .icon("fth-eye-off")
            .key("H")
            .when(live));
  }

  private Action act(
      String id,
      String name,
      String about,
      String icon,
      String key,
      BooleanBinding when,
      Answer answer) {
    return Action.of("review." + id, "Review", name, about, () -> answer(Verdict.of(answer)))
        .icon(icon)
        .key(key)
        .when(when);
  }

  private void answer(Verdict verdict) {
    model.answer(verdict, chosen());
  }

  /** Several only if the person chose several, by rubber band or with Shift. */
  private Set<ImageRef> chosen() {
    Set<ImageRef> refs = new HashSet<>();
    here.chosen().forEach(asked -> refs.add(asked.question().image()));
    return refs.size() > 1 ? refs : Set.of();
  }

  private void move() {
    model.labels(
        labels -> {
          LabelPanel sheet =
              new LabelPanel(
                  labels,
                  label -> {
                    overlay.close();
                    answer(Verdict.move(label));
                  });
          overlay.show(sheet);
          sheet.takeFocus();
        });
  }

  @Override
  public Node view() {
    anchors.setPrefColumns(3);
    anchors.setPrefTileWidth(ANCHOR);
    anchors.setPrefTileHeight(ANCHOR);
    here.setMinHeight(SMALL + 40);
    here.setPrefHeight(SMALL + 40);
    here.setId("review-here");
    here.onOpen(asked -> model.go(asked.question().image()));
    here.onPreview(asked -> model.go(asked.question().image()));
    Node work = work();
    EmptyState none =
        new EmptyState(
            "fth-check-circle",
            "Nothing waits for you here. Clean the project, ask a model, or look at what others"
                + " decided.",
            again());
    none.setId("review-none");
    done.setMaxWidth(Double.MAX_VALUE);
    done.setMinHeight(4);
    done.setPrefHeight(4);
    VBox.setMargin(done, new Insets(0, 24, 8, 24));
    page.getChildren().setAll(new VBox(bar(), done, fill(new StackPane(work, none))));
    model
        .sight()
        .subscribe(
            seen -> {
              work.setVisible(seen.isPresent());
              none.setVisible(seen.isEmpty() && model.read().get());
              show(seen);
            });
    model.blind().subscribe(hidden -> experts());
    return page;
  }

  private Button again() {
    Button button = new Button("Look again");
    button.setOnAction(event -> model.refresh());
    return button;
  }

  private static <N extends Node> N fill(N node) {
    VBox.setVgrow(node, Priority.ALWAYS);
    return node;
  }

  private Node bar() {
    title.getStyleClass().add("fw-title");
    title.setId("review-identity");
    progress.getStyleClass().add("fw-muted");
    progress.setId("review-progress");
    Segments<ReviewMode> modes =
        new Segments<>(List.of(ReviewMode.values()), model.mode().get(), ReviewPanel::word);
    modes.value().bindBidirectional(model.mode());
    Segments<QueueSettings.Order> orders =
        new Segments<>(
            List.of(QueueSettings.Order.values()), model.order().get(), ReviewPanel::word);
    orders.value().bindBidirectional(model.order());
    ToggleButton blind = new ToggleButton("Blind");
    blind.selectedProperty().bindBidirectional(model.blind());
    blind.setFocusTraversable(false);
    TextField person = new TextField(model.person().get());
    person.setPrefColumnCount(9);
    person.setId("review-person");
    person.setOnAction(event -> model.person().set(person.getText()));
    FlowPane bar =
        new FlowPane(
            12,
            8,
            title,
            progress,
            Explained.with(
                modes,
                "Open: what nobody has decided. Second look: what others decided, their answers"
                    + " hidden. Conflicts: on what people disagree; your answer is the ruling."),
            Explained.with(
                orders,
                "Value: where a second of yours prevents most errors. Disagreement: where the"
                    + " experts differ most."),
            Explained.with(blind, "Hides what the experts say until you have decided (H)."),
            new Label("as"),
            Explained.with(person, "Whose name your answers carry; Enter takes another."));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.setPadding(new Insets(12, 16, 12, 16));
    return bar;
  }

  private static String word(ReviewMode mode) {
    return switch (mode) {
      case OPEN -> "Open";
      case SECOND -> "Second look";
      case CONFLICTS -> "Conflicts";
    };
  }

  private static String word(QueueSettings.Order order) {
    return switch (order) {
      case VALUE -> "Value";
      case DISAGREEMENT -> "Disagreement";
      case UNCERTAINTY -> "Uncertainty";
      case IDENTITY -> "Name";
    };
  }

  private Node work() {
    Label who = heading("The person");
    VBox left = new VBox(8, who, anchors);
    left.setMinWidth(3 * ANCHOR + 12);
    similarity.getStyleClass().add("fw-muted");
    stage.setId("review-stage");
    stage.setFocusTraversable(true);
    VBox middle =
        new VBox(8, new HBox(12, heading("Is this the same person?"), similarity), fill(stage));
    HBox.setHgrow(middle, Priority.ALWAYS);
    middle.setMinWidth(0);
    HBox top = new HBox(24, left, middle, experts);
    top.setMinHeight(0);
    VBox below = new VBox(6, heading("Asked of this person"), here);
    HBox.setHgrow(below, Priority.ALWAYS);
    VBox next = new VBox(6, heading("Then"), ahead);
    next.setMinWidth(Region.USE_PREF_SIZE);
    VBox all = new VBox(16, fill(top), new HBox(24, below, next), keys());
    all.setPadding(new Insets(4, 24, 16, 24));
    return all;
  }

  private static Label heading(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("fw-heading");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private Node keys() {
    ActionControls controls = new ActionControls(actions);
    HBox keys = new HBox(8);
    keys.setAlignment(Pos.CENTER);
    for (Action action : own.stream().limit(5).toList()) {
      Button button = controls.button(action);
      button.setFocusTraversable(false);
      button.setText(action.name() + "   " + action.keyText());
      keys.getChildren().add(button);
    }
    Label more =
        new Label("Space keeps · U undo · J later · hold C compare, F flicker, Z magnifier");
    more.getStyleClass().add("fw-caption");
    VBox box = new VBox(8, keys, more);
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private void show(Optional<Sight> seen) {
    title.setText(seen.map(Sight::identity).orElse("Review"));
    progress.setText(seen.map(this::words).orElse(""));
    if (seen.isEmpty()) {
      stage.nothing();
      return;
    }
    Sight sight = seen.get();
    done.setProgress((double) sight.answered() / (sight.answered() + sight.left()));
    FaceImage image = sight.now().image();
    stage.show(image.id());
    if (!sight.anchors().isEmpty()) {
      stage.compareWith(sight.anchors().getFirst().id());
    }
    similarity.setText(
        Float.isNaN(image.similarity())
            ? image.name()
            : String.format(Locale.ROOT, "%s · similarity %.2f", image.name(), image.similarity()));
    fill(anchors.getChildren(), sight.anchors().stream().map(FaceImage::id).toList(), ANCHOR);
    fill(
        ahead.getChildren(),
        sight.ahead().stream().map(asked -> asked.image().id()).toList(),
        SMALL);
    here.show(sight.here());
    here.selection().choose(sight.here().indexOf(sight.now()));
    preload(sight);
    experts();
    Platform.runLater(this::takeFocus);
  }

  /** Else a button would have the focus, and the space bar with it. */
  private void takeFocus() {
    Scene scene = wired;
    if (scene != null
        && !overlay.isVisible()
        && !(scene.getFocusOwner() instanceof TextInputControl)) {
      stage.requestFocus();
    }
  }

  private String words(Sight sight) {
    ReviewModel.Score score = model.score().get();
    StringBuilder words = new StringBuilder("%,d left".formatted(sight.left()));
    if (sight.answered() > 0) {
      words.append(" · %,d answered".formatted(sight.answered()));
    }
    if (score.aMinute() > 0) {
      words.append(" · %.0f a minute".formatted(score.aMinute()));
    }
    score
        .experts()
        .forEach(
            (expert, agreement) -> {
              if (expert.startsWith("llm:") && agreement.items() > 0 && !model.blind().get()) {
                words.append(
                    " · agrees with %s %.0f %%"
                        .formatted(ExpertsPanel.name(expert), 100 * agreement.observed()));
              }
            });
    return words.toString();
  }

  /** Pictures are used again: new nodes would cost the frame their styles. */
  private void fill(List<Node> children, List<Long> images, double edge) {
    while (children.size() > images.size()) {
      ((FacePicture) children.removeLast()).release();
    }
    for (int i = 0; i < images.size(); i++) {
      if (i == children.size()) {
        FacePicture picture = new FacePicture();
        picture.setMinSize(edge, edge);
        picture.setPrefSize(edge, edge);
        picture.setMaxSize(edge, edge);
        children.add(picture);
      }
      FacePicture picture = (FacePicture) children.get(i);
      if (!images.get(i).equals(picture.getUserData())) {
        picture.setUserData(images.get(i));
        picture.load(thumbnails, images.get(i), edge);
      }
    }
  }

  /** So that the next faces are there before the key is. */
  private void preload(Sight sight) {
    List<Sight.Asked> soon = new ArrayList<>(sight.here());
    soon.addAll(sight.ahead());
    soon.stream().limit(8).forEach(asked -> stage.preload(asked.image().id()));
  }

  private void experts() {
    Optional<Sight> seen = model.sight().get();
    if (model.blind().get()) {
      experts.hide();
    } else {
      seen.ifPresent(experts::show);
    }
  }

  private void held(KeyEvent event) {
    boolean down = event.getEventType() == KeyEvent.KEY_PRESSED;
    if (down && event.getTarget() instanceof TextInputControl || overlay.isVisible()) {
      return;
    }
    switch (event.getCode()) {
      case C -> stage.compare(down);
      case F -> {
        if (!down || !stage.flickering()) {
          stage.flicker(down);
        }
      }
      case Z -> stage.magnify(down);
      default -> {}
    }
  }

  /** Space keeps, wherever the focus is, but for buttons and fields, which need it themselves. */
  private void space(KeyEvent event) {
    boolean own =
        event.getTarget() instanceof TextInputControl || event.getTarget() instanceof ButtonBase;
    if (event.getCode() == KeyCode.SPACE && !own && !overlay.isVisible() && live.get()) {
      event.consume();
      answer(Verdict.of(Answer.SAME));
    }
  }

  @Override
  public void shown() {
    live.set(true);
    wire(page.getScene());
    model.refresh();
  }

  @Override
  public void hidden() {
    live.set(false);
    wire(null);
    stage.compare(false);
    stage.magnify(false);
  }

  /** Keys that are held, and the space bar, are the scene's while the page is on screen. */
  private void wire(@Nullable Scene scene) {
    Scene before = wired;
    if (before != null) {
      before.removeEventHandler(KeyEvent.KEY_PRESSED, holding);
      before.removeEventHandler(KeyEvent.KEY_RELEASED, holding);
      before.removeEventFilter(KeyEvent.KEY_PRESSED, spacing);
    }
    wired = scene;
    if (scene != null) {
      scene.addEventHandler(KeyEvent.KEY_PRESSED, holding);
      scene.addEventHandler(KeyEvent.KEY_RELEASED, holding);
      scene.addEventFilter(KeyEvent.KEY_PRESSED, spacing);
    }
  }
}
