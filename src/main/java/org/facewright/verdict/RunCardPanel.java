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
import org.facewright.ui.text.Texts;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.ledger.RunSummary;
import org.jspecify.annotations.Nullable;

/** One run: what it spent against what was expected and allowed, and how far it came. */
final class RunCardPanel extends VBox {
  private static final Texts TEXTS = Texts.of(RunCardPanel.class);
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
    Label mark = new Label(TEXTS.get("run.simulated"));
    mark.getStyleClass().add("fw-badge");
    mark.setMinWidth(Region.USE_PREF_SIZE);
    return mark;
  }

  private static ProgressBar spent(RunSummary run) {
    long limit = Math.max(1, run.started().limit().nano());
    ProgressBar bar = new ProgressBar((double) run.spent().nano() / limit);
    bar.setMaxWidth(Double.MAX_VALUE);
    return Explained.with(bar, TEXTS.get("run.bar.tip"));
  }

  private static Label money(RunSummary run) {
    Label money =
        new Label(
            run.underWay().nano() == 0
                ? TEXTS.get(
                    "run.money", amount(run.spent()), amount(run.expected()), run.started().limit())
                : TEXTS.get(
                    "run.money.under.way",
                    amount(run.spent()),
                    amount(run.expected()),
                    run.started().limit(),
                    amount(run.underWay())));
    money.setWrapText(true);
    return money;
  }

  private static Label count(RunSummary run) {
    Label count =
        new Label(
            TEXTS.get(
                "run.count", run.answered(), run.reused(), run.leftOut(), ended(run.ended())));
    count.getStyleClass().add("fw-caption");
    count.setWrapText(true);
    return count;
  }

  /** The ledger holds the name of the end, and why after a colon. */
  private static String ended(@Nullable String how) {
    if (how == null) {
      return TEXTS.get("run.open");
    }
    int colon = how.indexOf(": ");
    String end = colon < 0 ? how : how.substring(0, colon);
    String word =
        switch (end) {
          case "COMPLETE" -> TEXTS.get("run.complete");
          case "OVER_BUDGET" -> TEXTS.get("run.over.budget");
          case "STOPPED" -> TEXTS.get("run.stopped");
          case "CLOSED" -> TEXTS.get("run.closed");
          default -> plain(end);
        };
    return colon < 0 ? word : TEXTS.get("run.ended.why", word, plain(how.substring(colon + 2)));
  }

  private static String plain(String words) {
    return words.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Four decimals, rounded up: never less than it is. */
  static String amount(Money money) {
    return new BigDecimal(money.toString())
        .setScale(4, RoundingMode.CEILING)
        .stripTrailingZeros()
        .toPlainString();
  }
}
