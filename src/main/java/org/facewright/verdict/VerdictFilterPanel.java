package org.facewright.verdict;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.form.Explained;
import org.facewright.ui.form.Segments;
import org.facewright.ui.form.ValueSlider;
import org.facewright.ui.text.Texts;
import org.facewright.verdict.ledger.FaceVerdict;

/** Which verdicts are shown, and what can be done with those that are chosen. */
final class VerdictFilterPanel extends FlowPane {
  private static final Texts TEXTS = Texts.of(VerdictFilterPanel.class);

  VerdictFilterPanel(VerdictsModel model, Actions actions, List<Action> withChosen) {
    super(12, 8);
    Segments<VerdictFilter.Said> said =
        new Segments<>(
            List.of(VerdictFilter.Said.values()),
            model.filter().get().said(),
            VerdictFilterPanel::word);
    ValueSlider least = new ValueSlider(TEXTS.get("filter.least.spoken"), 0, 1, 0, 2);
    least.setMaxWidth(220);
    least.setId("verdict-least");
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
    Label confidence = new Label(TEXTS.get("filter.least"));
    confidence.getStyleClass().add("fw-muted");
    HBox sureness = new HBox(8, confidence, Explained.with(least, TEXTS.get("filter.least.tip")));
    sureness.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(said, sureness);
    ActionControls controls = new ActionControls(actions);
    withChosen.forEach(action -> getChildren().add(controls.button(action)));
    Label simulated = RunCardPanel.simulated();
    model
        .shown()
        .subscribe(shown -> simulated.setVisible(shown.stream().anyMatch(FaceVerdict::simulated)));
    getChildren().add(simulated);
    setAlignment(Pos.CENTER_LEFT);
  }

  private static String word(VerdictFilter.Said said) {
    return switch (said) {
      case ALL -> TEXTS.get("filter.all");
      case NO -> TEXTS.get("filter.other");
      case UNSURE -> TEXTS.get("filter.unsure");
      case YES -> TEXTS.get("filter.same");
    };
  }
}
