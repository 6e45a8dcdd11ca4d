package org.facewright.verdict;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;

/** Before the first picture leaves: what, to whom, for how much; yes or no. */
final class ConsentPanel extends VBox {
  private static final Texts TEXTS = Texts.of(ConsentPanel.class);

  ConsentPanel(VerdictDesk.Quote quote, Runnable agree, Runnable leave) {
    super(16);
    getStyleClass().addAll("fw-sheet", "fw-key-sheet");
    setId("verdict-consent");
    setMaxSize(560, USE_PREF_SIZE);
    Label title = new Label(TEXTS.get("consent.title"));
    title.getStyleClass().add("fw-title");
    Label text = new Label(quote.consent());
    text.setWrapText(true);
    Label prices =
        new Label(TEXTS.get("consent.prices", Told.words(quote.settings().pricesAsOf())));
    prices.getStyleClass().add("fw-caption");
    prices.setWrapText(true);
    Button yes = new Button(TEXTS.get("consent.agree", quote.recipient().origin()));
    yes.setId("verdict-agree");
    yes.getStyleClass().add("accent");
    yes.setOnAction(event -> agree.run());
    Button no = new Button(TEXTS.get("consent.leave"));
    no.setCancelButton(true);
    no.setOnAction(event -> leave.run());
    HBox buttons = new HBox(8, no, yes);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(title, text, prices, buttons);
  }
}
