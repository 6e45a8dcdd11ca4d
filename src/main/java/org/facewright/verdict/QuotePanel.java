package org.facewright.verdict;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.facewright.verdict.run.Estimate;

/** What a run would ask and cost, and where it goes. */
final class QuotePanel extends VBox {
  private final Label estimate = new Label("Nothing to reckon yet.");

  QuotePanel() {
    estimate.setWrapText(true);
    estimate.setId("verdict-estimate");
    getStyleClass().add("fw-card");
    getChildren().add(estimate);
  }

  /**
   * @param currency of the price table
   */
  void show(Optional<VerdictDesk.Quote> quote, String currency) {
    estimate.setText(quote.map(known -> words(known, currency)).orElse("Nothing to reckon yet."));
  }

  private static String words(VerdictDesk.Quote quote, String currency) {
    Estimate cost = quote.estimate();
    String before = cost.free() == 0 ? "" : ", %,d more are answered".formatted(cost.free());
    return "%,d faces in question on %,d sheets%s.%nExpected %s %s, at most %s of a budget of %s.%n%s%nPrices as of %s."
        .formatted(
            cost.questioned(),
            cost.sheets(),
            before,
            RunCardPanel.amount(cost.expected()),
            currency,
            RunCardPanel.amount(cost.most()),
            quote.settings().limit(),
            where(quote),
            quote.settings().pricesAsOf());
  }

  private static String where(VerdictDesk.Quote quote) {
    if (quote.settings().simulated()) {
      return "Simulated: nothing leaves, the costs are pretended.";
    }
    return quote.recipient().leavesMachine()
        ? "Goes to " + quote.recipient().origin() + "."
        : "Stays on this machine: " + quote.recipient().origin() + ".";
  }
}
