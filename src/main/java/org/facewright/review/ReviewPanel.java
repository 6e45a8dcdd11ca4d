package org.facewright.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.shell.EmptyState;
import org.facewright.ui.shell.Overlay;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.Thumbnails;

/** One question a screen, over a project or over a bundle from one. */
public final class ReviewPanel implements Panel {
  private static final Texts TEXTS = Texts.of(ReviewPanel.class);

  /** The first so many actions answer the question. */
  private static final int ANSWERS = 5;

  private final ReviewModel model;
  private final Actions actions;
  private final Overlay overlay;
  private final QuestionPanel question;
  private final ReviewBarPanel bar;
  private final ReviewKeysPanel keys;
  private final ProgressBar done = new ProgressBar(0);
  private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");
  private final BooleanProperty live = new SimpleBooleanProperty(this, "live");
  private final List<Action> errands;
  private final List<Action> own;
  private final StackPane page = new StackPane();

  /**
   * @param thumbnails of faces, by {@link Face#id()}
   * @param errands what can be done here besides answering, such as handing answers back; the first
   *     is offered when nothing is asked any more
   */
  public ReviewPanel(
      ReviewModel model,
      Actions actions,
      Thumbnails<Long> thumbnails,
      Overlay overlay,
      List<Action> errands) {
    this.model = model;
    this.actions = actions;
    this.overlay = overlay;
    this.errands = List.copyOf(errands);
    question = new QuestionPanel(model, thumbnails);
    own = ownActions();
    bar = bar();
    keys =
        new ReviewKeysPanel(
            actions,
            own.subList(0, ANSWERS),
            overlay,
            question.stage(),
            () -> answer(Verdict.of(Answer.SAME)));
    page.sceneProperty().subscribe(scene -> keys.wire(live.get() ? scene : null));
    model.sight().subscribe(seen -> badge.set(seen.map(s -> "" + s.left()).orElse("")));
  }

  /** Over a bundle the errand is what it is for; over a project there are several, as icons. */
  private ReviewBarPanel bar() {
    boolean bundle = model.modes().size() == 1;
    List<Action> tools = new ArrayList<>(List.of(own.getLast()));
    tools.addAll(bundle ? List.of() : errands);
    Optional<Action> main = bundle ? errands.stream().findFirst() : Optional.empty();
    return new ReviewBarPanel(model, actions, tools, main);
  }

  @Override
  public String id() {
    return "review";
  }

  @Override
  public String title() {
    return TEXTS.get("review");
  }

  @Override
  public String icon() {
    return "fth-check-square";
  }

  @Override
  public ObservableStringValue badge() {
    return badge.getReadOnlyProperty();
  }

  /** What can be done here: to be registered while the page is there. */
  public List<Action> actions() {
    List<Action> all = new ArrayList<>(own);
    all.addAll(errands);
    return all;
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
        answer("keep", TEXTS.get("keep"), TEXTS.get("keep.about"), Answer.SAME)
            .icon("fth-check")
            .key("K")
            .when(some),
        answer("reject", TEXTS.get("reject"), TEXTS.get("reject.about"), Answer.OTHER)
            .icon("fth-x")
            .key("X")
            .when(some),
        act("move", TEXTS.get("move"), TEXTS.get("move.about"), this::move)
            .icon("fth-corner-up-right")
            .key("M")
            .when(some),
        answer("unsure", TEXTS.get("unsure"), TEXTS.get("unsure.about"), Answer.UNSURE)
            .icon("fth-help-circle")
            .key("S")
            .when(some),
        answer("bad", TEXTS.get("bad"), TEXTS.get("bad.about"), Answer.UNUSABLE)
            .icon("fth-slash")
            .key("B")
            .when(some),
        act("later", TEXTS.get("later"), TEXTS.get("later.about"), model::later)
            .icon("fth-clock")
            .key("J")
            .when(some),
        act(
                "blind",
                TEXTS.get("blind"),
                TEXTS.get("blind.about"),
                () -> model.blind().set(!model.blind().get()))
            .icon("fth-eye-off")
            .key("H")
            .when(live),
        act("standing", TEXTS.get("standing"), TEXTS.get("standing.about"), this::standing)
            .icon("fth-bar-chart-2")
            .key("T")
            .when(live));
  }

  private Action answer(String id, String name, String about, Answer answer) {
    return act(id, name, about, () -> answer(Verdict.of(answer)));
  }

  private static Action act(String id, String name, String about, Runnable run) {
    return Action.of("review." + id, TEXTS.get("review"), name, about, run);
  }

  private void answer(Verdict verdict) {
    model.answer(verdict, question.chosen());
  }

  private void standing() {
    model.standing(all -> overlay.show(new StandingPanel(all)));
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
    VBox work = new VBox(16, fill(question), keys);
    VBox.setMargin(keys, new Insets(0, 24, 16, 24));
    EmptyState none = none();
    done.setMaxWidth(Double.MAX_VALUE);
    done.setMinHeight(4);
    done.setPrefHeight(4);
    VBox.setMargin(done, new Insets(0, 24, 8, 24));
    page.getChildren().setAll(new VBox(bar, done, fill(new StackPane(work, none))));
    none.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.read().get() && model.sight().get().isEmpty(),
                model.read(),
                model.sight()));
    model
        .sight()
        .subscribe(
            seen -> {
              work.setVisible(seen.isPresent());
              show(seen);
            });
    return page;
  }

  private EmptyState none() {
    EmptyState none =
        model.modes().size() == 1
            ? new EmptyState(
                "fth-check-circle",
                TEXTS.get("none.bundle"),
                errands.isEmpty()
                    ? again()
                    : new ActionControls(actions).primary(errands.getFirst()))
            : new EmptyState("fth-check-circle", TEXTS.get("none.project"), again());
    none.setId("review-none");
    return none;
  }

  private Button again() {
    Button button = new Button(TEXTS.get("again"));
    button.setOnAction(event -> model.refresh());
    return button;
  }

  private static <N extends Node> N fill(N node) {
    VBox.setVgrow(node, Priority.ALWAYS);
    return node;
  }

  private void show(Optional<Sight> seen) {
    bar.show(seen);
    if (seen.isEmpty()) {
      question.nothing();
      done.setProgress(model.read().get() ? 1 : 0);
      return;
    }
    Sight sight = seen.get();
    done.setProgress((double) sight.answered() / (sight.answered() + sight.left()));
    question.show(sight);
    Platform.runLater(keys::takeFocus);
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
    question.stage().compare(false);
    question.stage().magnify(false);
  }
}
