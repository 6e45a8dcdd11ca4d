package org.facewright.review;

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

/** Who is looked at, how far the queue is, and how it is sorted. */
final class ReviewBarPanel extends FlowPane {
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
    ToggleButton blind = new ToggleButton("Blind");
    blind.selectedProperty().bindBidirectional(model.blind());
    blind.setFocusTraversable(false);
    TextField person = new TextField(model.person().get());
    person.setPrefColumnCount(9);
    person.setId("review-person");
    person.setOnAction(event -> model.person().set(person.getText()));
    getChildren().addAll(title, progress);
    if (model.modes().size() > 1) {
      getChildren()
          .add(
              Explained.with(
                  modes,
                  "Open: what nobody has decided. Second look: what others decided, their answers"
                      + " hidden. Conflicts: on what people disagree; your answer is the ruling."));
    }
    if (model.tellsExperts()) {
      getChildren()
          .addAll(
              Explained.with(
                  orders,
                  "Value: where a second of yours prevents most errors. Disagreement: where the"
                      + " experts differ most."),
              Explained.with(blind, "Hides what the experts say until you have decided (H)."));
    }
    getChildren()
        .addAll(
            new Label("as"),
            Explained.with(person, "Whose name your answers carry; Enter takes another."),
            new ActionControls(actions).toolbar(tools));
    main.ifPresent(action -> getChildren().add(new ActionControls(actions).button(action)));
    setAlignment(Pos.CENTER_LEFT);
    setPadding(new Insets(12, 24, 12, 24));
  }

  void show(Optional<Sight> seen) {
    title.setText(seen.map(Sight::identity).orElse("Review"));
    progress.setText(seen.map(this::words).orElse(""));
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
}
