package org.facewright.verdict;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.facewright.ui.text.Texts;
import org.facewright.verdict.ledger.RunSummary;

/** All runs, the newest first; the one whose verdicts are on screen is marked. */
final class RunListPanel extends VBox {
  private static final Texts TEXTS = Texts.of(RunListPanel.class);
  private final VerdictsModel model;
  private final VBox cards = new VBox(8);

  RunListPanel(VerdictsModel model) {
    super(8);
    this.model = model;
    Label heading = new Label(TEXTS.get("runs"));
    heading.getStyleClass().add("fw-heading");
    getChildren().addAll(heading, cards);
    model.runs().subscribe(found -> list());
    model.run().subscribe(now -> list());
  }

  private void list() {
    cards.getChildren().setAll(model.runs().get().stream().map(this::card).toList());
    setVisible(!cards.getChildren().isEmpty());
    setManaged(isVisible());
  }

  private Node card(RunSummary run) {
    Optional<String> name = Optional.of(run.started().run());
    return new RunCardPanel(run, model.run().get().equals(name), () -> model.run().set(name));
  }
}
