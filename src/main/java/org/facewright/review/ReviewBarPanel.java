package org.facewright.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.form.Explained;
import org.facewright.ui.form.Segments;
import org.facewright.ui.text.Texts;

/** Who is looked at, how far the queue is, and how it is sorted. */
final class ReviewBarPanel extends FlowPane {
  private static final Texts TEXTS = Texts.of(ReviewBarPanel.class);

  private final ReviewModel model;
  private final Label title = new Label();
  private final Label progress = new Label();

  /**
   * @param tools what can be done besides answering, as icons
   * @param main of these what is said in a word, if anything
   */
  ReviewBarPanel(ReviewModel model, Actions actions, List<Action> tools, Optional<Action> main) {
    super(12, 8);
    this.model = model;
    title.getStyleClass().add("fw-title");
    title.setId("review-identity");
    progress.getStyleClass().add("fw-muted");
    progress.setId("review-progress");
    Segments<ReviewMode> modes =
        new Segments<>(model.modes(), model.mode().get(), ReviewBarPanel::word);
    modes.value().bindBidirectional(model.mode());
    Segments<QueueSettings.Order> orders =
        new Segments<>(
            List.of(QueueSettings.Order.values()), model.order().get(), ReviewBarPanel::word);
    orders.value().bindBidirectional(model.order());
    ToggleButton blind = new ToggleButton(TEXTS.get("blind.short"));
    blind.selectedProperty().bindBidirectional(model.blind());
    blind.setFocusTraversable(false);
    TextField person = new TextField(model.person().get());
    person.setPrefColumnCount(9);
    person.setId("review-person");
    person.setOnAction(event -> model.person().set(person.getText()));
    getChildren().addAll(title, progress);
    if (model.modes().size() > 1) {
      getChildren().add(Explained.with(modes, TEXTS.get("modes.about")));
    }
    if (model.tellsExperts()) {
      getChildren()
          .addAll(
              Explained.with(orders, TEXTS.get("orders.about")),
              Explained.with(blind, TEXTS.get("blind.hides")));
    }
    getChildren()
        .addAll(
            new Label(TEXTS.get("as")),
            Explained.with(person, TEXTS.get("as.about")),
            new ActionControls(actions).toolbar(tools));
    main.ifPresent(action -> getChildren().add(new ActionControls(actions).button(action)));
    setAlignment(Pos.CENTER_LEFT);
    setPadding(new Insets(12, 24, 12, 24));
  }

  void show(Optional<Sight> seen) {
    title.setText(seen.map(Sight::identity).orElse(TEXTS.get("review")));
    progress.setText(seen.map(this::words).orElse(""));
  }

  private static String word(ReviewMode mode) {
    return switch (mode) {
      case OPEN -> TEXTS.get("mode.open");
      case SECOND -> TEXTS.get("mode.second");
      case CONFLICTS -> TEXTS.get("mode.conflicts");
    };
  }

  private static String word(QueueSettings.Order order) {
    return switch (order) {
      case VALUE -> TEXTS.get("order.value");
      case DISAGREEMENT -> TEXTS.get("order.disagreement");
      case UNCERTAINTY -> TEXTS.get("order.uncertainty");
      case IDENTITY -> TEXTS.get("order.name");
    };
  }

  private String words(Sight sight) {
    ReviewModel.Score score = model.score().get();
    List<String> words = new ArrayList<>(List.of(TEXTS.get("progress.left", sight.left())));
    if (sight.answered() > 0) {
      words.add(TEXTS.get("progress.answered", sight.answered()));
    }
    if (score.aMinute() > 0) {
      words.add(TEXTS.get("progress.pace", score.aMinute()));
    }
    score
        .experts()
        .forEach(
            (expert, agreement) -> {
              if (expert.startsWith("llm:") && agreement.items() > 0 && !model.blind().get()) {
                words.add(
                    TEXTS.get(
                        "progress.agrees", ExpertsPanel.name(expert), 100 * agreement.observed()));
              }
            });
    return String.join(" · ", words);
  }
}
