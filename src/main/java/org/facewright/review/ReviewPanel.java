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
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.facewright.project.FaceImage;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.Actions;
import org.facewright.ui.shell.EmptyState;
import org.facewright.ui.shell.Overlay;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.wall.FaceLook;
import org.facewright.ui.wall.FaceOrigin;
import org.facewright.ui.wall.FaceState;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.ui.wall.Wall;

/** One question a screen: the person at the left, the face large, the experts at the right. */
public final class ReviewPanel implements Panel {
  /** The first so many actions answer the question. */
  private static final int ANSWERS = 5;

  private static final double ANCHOR = 112;
  private static final double SMALL = 72;

  private final ReviewModel model;
  private final Overlay overlay;
  private final FaceStagePanel stage;
  private final ExpertsPanel experts = new ExpertsPanel();
  private final TilePane anchors = new TilePane(6, 6);
  private final Wall<Sight.Asked> here;
  private final HBox ahead = new HBox(6);
  private final ReviewBarPanel bar;
  private final ReviewKeysPanel keys;
  private final FaceStripPanel anchorFaces;
  private final FaceStripPanel aheadFaces;
  private final ProgressBar done = new ProgressBar(0);
  private final Label similarity = new Label();
  private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");
  private final BooleanProperty live = new SimpleBooleanProperty(this, "live");
  private final List<Action> own;
  private final StackPane page = new StackPane();

  public ReviewPanel(
      ReviewModel model, Actions actions, Thumbnails<Long> thumbnails, Overlay overlay) {
    this.model = model;
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
    bar = new ReviewBarPanel(model);
    keys =
        new ReviewKeysPanel(
            actions,
            own.subList(0, ANSWERS),
            overlay,
            stage,
            () -> answer(Verdict.of(Answer.SAME)));
    anchorFaces = new FaceStripPanel(anchors, thumbnails, ANCHOR);
    aheadFaces = new FaceStripPanel(ahead, thumbnails, SMALL);
    page.sceneProperty().subscribe(scene -> keys.wire(live.get() ? scene : null));
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
    page.getChildren().setAll(new VBox(bar, done, fill(new StackPane(work, none))));
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
    VBox all = new VBox(16, fill(top), new HBox(24, below, next), keys);
    all.setPadding(new Insets(4, 24, 16, 24));
    return all;
  }

  private static Label heading(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("fw-heading");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private void show(Optional<Sight> seen) {
    bar.show(seen);
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
    anchorFaces.show(sight.anchors().stream().map(FaceImage::id).toList());
    aheadFaces.show(sight.ahead().stream().map(asked -> asked.image().id()).toList());
    here.show(sight.here());
    here.selection().choose(sight.here().indexOf(sight.now()));
    preload(sight);
    experts();
    Platform.runLater(keys::takeFocus);
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

  @Override
  public void shown() {
    live.set(true);
    keys.wire(page.getScene());
    model.refresh();
  }

  @Override
  public void hidden() {
    live.set(false);
    keys.wire(null);
    stage.compare(false);
    stage.magnify(false);
  }
}
