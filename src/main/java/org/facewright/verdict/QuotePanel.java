package org.facewright.verdict;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.facewright.verdict.run.Estimate;

/** What a run would ask and cost, and where it goes. */
final class QuotePanel extends VBox {
  private static final Texts TEXTS = Texts.of(QuotePanel.class);
  private final Label estimate = new Label(TEXTS.get("quote.none"));

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
    estimate.setText(quote.map(known -> words(known, currency)).orElse(TEXTS.get("quote.none")));
  }

  private static String words(VerdictDesk.Quote quote, String currency) {
    Estimate cost = quote.estimate();
    String faces =
        cost.free() == 0
            ? TEXTS.get("quote.faces", cost.questioned(), cost.sheets())
            : TEXTS.get("quote.faces.known", cost.questioned(), cost.sheets(), cost.free());
    return TEXTS.get(
        "quote",
        faces,
        RunCardPanel.amount(cost.expected()),
        currency,
        RunCardPanel.amount(cost.most()),
        quote.settings().limit(),
        where(quote),
        Told.words(quote.settings().pricesAsOf()));
  }

  private static String where(VerdictDesk.Quote quote) {
    if (quote.settings().simulated()) {
      return TEXTS.get("quote.simulated");
    }
    return quote.recipient().leavesMachine()
        ? TEXTS.get("quote.leaves", quote.recipient().origin())
        : TEXTS.get("quote.stays", quote.recipient().origin());
  }
}
