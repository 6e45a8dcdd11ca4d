package org.facewright.verdict;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Before the first picture leaves: what, to whom, for how much; yes or no. */
final class ConsentPanel extends VBox {
  ConsentPanel(VerdictDesk.Quote quote, Runnable agree, Runnable leave) {
    super(16);
    getStyleClass().addAll("fw-sheet", "fw-key-sheet");
    setId("verdict-consent");
    setMaxSize(560, USE_PREF_SIZE);
    Label title = new Label("Pictures will leave this project");
    title.getStyleClass().add("fw-title");
    Label text = new Label(quote.consent());
    text.setWrapText(true);
    Label prices =
        new Label(
            "Prices as of " + quote.settings().pricesAsOf() + "; check them before you spend.");
    prices.getStyleClass().add("fw-caption");
    prices.setWrapText(true);
    Button yes = new Button("I agree: send them to " + quote.recipient().origin());
    yes.setId("verdict-agree");
    yes.getStyleClass().add("accent");
    yes.setOnAction(event -> agree.run());
    Button no = new Button("Send nothing");
    no.setCancelButton(true);
    no.setOnAction(event -> leave.run());
    HBox buttons = new HBox(8, no, yes);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(title, text, prices, buttons);
  }
}
