package org.facewright.verdict;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.facewright.ui.form.Explained;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.facewright.verdict.fusion.Thresholds;
import org.facewright.verdict.stage.Fuser;

/** What all votes came to, where the experts decide alone, and how reliable each has been. */
final class WeighingPanel extends VBox {
  private static final Texts TEXTS = Texts.of(WeighingPanel.class);

  WeighingPanel() {
    super(8);
    setId("verdict-weighing");
  }

  void show(Optional<Fuser.Result> found) {
    getChildren().setAll(heading());
    if (found.isEmpty()) {
      getChildren().add(muted(TEXTS.get("weighing.none")));
      return;
    }
    Fuser.Result result = found.get();
    VBox card =
        new VBox(
            8,
            wrapped(TEXTS.get("weighing.said", Told.words(result.sentence()))),
            muted(expected(result)));
    Thresholds thresholds = result.thresholds();
    if (thresholds != null) {
      card.getChildren().add(muted(alone(thresholds)));
    }
    result.experts().forEach(expert -> card.getChildren().add(expert(expert)));
    card.getStyleClass().add("fw-card");
    getChildren().add(card);
  }

  private static Label heading() {
    Label label = new Label(TEXTS.get("experts"));
    label.getStyleClass().add("fw-heading");
    return Explained.with(label, TEXTS.get("experts.tip"));
  }

  private static String expected(Fuser.Result result) {
    String found = "%.2f".formatted(100 * result.expectedRecall());
    String lost = "%.2f".formatted(100 * result.expectedLost());
    String asked = "%.2f".formatted(100 * result.askedShare());
    return result.meets()
        ? TEXTS.get("weighing.expected", found, lost, asked)
        : TEXTS.get("weighing.expected.missed", found, lost, asked);
  }

  private static String alone(Thresholds thresholds) {
    String keep =
        thresholds.keepUpTo() < 0
            ? TEXTS.get("weighing.kept.none")
            : TEXTS.get("weighing.kept", percent(thresholds.keepUpTo()));
    String reject =
        thresholds.rejectFrom() > 1
            ? TEXTS.get("weighing.rejected.none")
            : TEXTS.get("weighing.rejected", percent(thresholds.rejectFrom()));
    return TEXTS.get("weighing.alone", keep, reject);
  }

  private static String percent(double share) {
    return "%.2f".formatted(100 * share);
  }

  private static Node expert(Fuser.Shown expert) {
    Label name = wrapped(name(expert));
    name.getStyleClass().add("fw-name");
    GridPane grid = new GridPane(12, 2);
    grid.addRow(
        0,
        muted(TEXTS.get("expert.finds")),
        share(expert.found(), expert.foundLow(), expert.foundHigh()));
    grid.addRow(
        1,
        muted(TEXTS.get("expert.keeps")),
        share(expert.kept(), expert.keptLow(), expert.keptHigh()));
    Label reviewed =
        muted(
            expert.reviewed() == 0
                ? TEXTS.get("expert.unreviewed")
                : TEXTS.get("expert.reviewed", expert.agreed(), expert.reviewed()));
    return new VBox(2, name, grid, reviewed);
  }

  /** "simulated" stays in every name that is. */
  private static String name(Fuser.Shown expert) {
    String known = expert.name().replaceFirst("^llm:", "").replaceFirst("^clustering:", "");
    String plain = known.replace(":", ", ");
    return expert.simulated() && !plain.contains("simulated")
        ? TEXTS.get("expert.simulated", plain)
        : plain;
  }

  private static Label share(double mean, double low, double high) {
    Label label = new Label("%.1f %%  (%.1f–%.1f)".formatted(100 * mean, 100 * low, 100 * high));
    label.getStyleClass().add("fw-number");
    return label;
  }

  private static Label muted(String text) {
    Label label = wrapped(text);
    label.getStyleClass().add("fw-caption");
    return label;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    return label;
  }
}
