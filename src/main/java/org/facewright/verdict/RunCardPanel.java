package org.facewright.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.facewright.ui.form.Explained;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.ledger.RunSummary;

/** One run: what it spent against what was expected and allowed, and how far it came. */
final class RunCardPanel extends VBox {
  private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");

  /**
   * @param here whether its verdicts are on screen
   * @param choose brings them there
   */
  RunCardPanel(RunSummary run, boolean here, Runnable choose) {
    super(4);
    getStyleClass().add("fw-card");
    getChildren().addAll(head(run), spent(run), money(run), count(run));
    pseudoClassStateChanged(NOW, here);
    setFocusTraversable(true);
    setAccessibleText(run.started().run());
    setOnMouseClicked(event -> choose.run());
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            choose.run();
          }
        });
  }

  private static HBox head(RunSummary run) {
    Label name = new Label(run.started().run());
    name.getStyleClass().add("fw-name");
    HBox head = new HBox(8, name);
    head.setAlignment(Pos.CENTER_LEFT);
    if (run.started().simulated()) {
      head.getChildren().add(simulated());
    }
    return head;
  }

  /** The mark of everything that no model has said. */
  static Label simulated() {
    Label mark = new Label("simulated");
    mark.getStyleClass().add("fw-badge");
    mark.setMinWidth(Region.USE_PREF_SIZE);
    return mark;
  }

  private static ProgressBar spent(RunSummary run) {
    long limit = Math.max(1, run.started().limit().nano());
    ProgressBar bar = new ProgressBar((double) run.spent().nano() / limit);
    bar.setMaxWidth(Double.MAX_VALUE);
    return Explained.with(bar, "Spent of the budget; questions under way are reserved besides.");
  }

  private static Label money(RunSummary run) {
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
    return money;
  }

  private static Label count(RunSummary run) {
    Label count =
        new Label(
            "%,d answered · %,d from before · %,d left out · %s"
                .formatted(
                    run.answered(),
                    run.reused(),
                    run.leftOut(),
                    run.ended() == null
                        ? "running or interrupted"
                        : run.ended().toLowerCase(Locale.ROOT).replace('_', ' ')));
    count.getStyleClass().add("fw-caption");
    count.setWrapText(true);
    return count;
  }

  /** Four decimals, rounded up: never less than it is. */
  static String amount(Money money) {
    return new BigDecimal(money.toString())
        .setScale(4, RoundingMode.CEILING)
        .stripTrailingZeros()
        .toPlainString();
  }
}
