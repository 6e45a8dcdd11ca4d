package org.facewright.verdict;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.facewright.project.VerdictCall;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.ledger.FaceVerdict;
import org.facewright.verdict.prompt.SamePerson;

/** A sheet exactly as the model saw it, what it said of each face, and what that cost. */
final class SheetPanel extends VBox {
  private static final double WIDTH = 400;

  private final ImageView picture = new ImageView();
  private final VBox said = new VBox(8);
  private final Label facts = new Label();
  private final TextArea raw = new TextArea();
  private final TitledPane rawPane = new TitledPane("Raw reply", raw);

  SheetPanel() {
    super(12);
    setPadding(new Insets(0, 0, 0, 0));
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    Label heading = new Label("What the model sees");
    heading.getStyleClass().add("fw-heading");
    picture.setFitWidth(WIDTH);
    picture.setPreserveRatio(true);
    picture.setSmooth(true);
    picture.setId("verdict-sheet");
    facts.getStyleClass().add("fw-caption");
    facts.setWrapText(true);
    raw.setEditable(false);
    raw.setWrapText(true);
    raw.setPrefRowCount(8);
    rawPane.setExpanded(false);
    rawPane.setVisible(false);
    ScrollPane scroll = new ScrollPane(new VBox(12, said, facts, rawPane));
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, javafx.scene.layout.Priority.ALWAYS);
    getChildren().addAll(heading, picture, scroll);
  }

  /** Not asked yet. */
  void show(byte[] bytes, String about) {
    picture.setImage(new Image(new ByteArrayInputStream(bytes)));
    said.getChildren().clear();
    facts.setText(about);
    rawPane.setVisible(false);
  }

  void show(VerdictDesk.Seen seen) {
    picture.setImage(new Image(new ByteArrayInputStream(seen.picture())));
    said.getChildren().setAll(seen.verdicts().stream().map(SheetPanel::line).toList());
    facts.setText(seen.call().map(SheetPanel::words).orElse(""));
    raw.setText(seen.raw());
    rawPane.setVisible(!seen.raw().isEmpty());
  }

  private static VBox line(FaceVerdict verdict) {
    Label number = new Label("%03d".formatted(verdict.number()));
    number.getStyleClass().add("fw-name");
    number.setMinWidth(Region.USE_PREF_SIZE);
    Label word = new Label(word(verdict));
    word.getStyleClass()
        .add(
            switch (verdict.same()) {
              case YES -> "success";
              case NO -> "danger";
              case UNSURE -> "warning";
            });
    VBox line = new VBox(2, new HBox(8, number, word));
    if (!verdict.reason().isEmpty()) {
      Label reason = new Label(verdict.reason());
      reason.getStyleClass().add("fw-muted");
      reason.setWrapText(true);
      line.getChildren().add(reason);
    }
    return line;
  }

  static String word(FaceVerdict verdict) {
    String word = word(verdict.same());
    Double confidence = verdict.confidence();
    return confidence == null ? word : String.format(Locale.ROOT, "%s, %.2f", word, confidence);
  }

  private static String word(SamePerson same) {
    return switch (same) {
      case YES -> "same person";
      case NO -> "somebody else";
      case UNSURE -> "not sure";
    };
  }

  private static String words(VerdictCall call) {
    return "%s%s · %s · %,d + %,d tokens · %s%s · prompt %s · sheet %s"
        .formatted(
            call.simulated() ? "SIMULATED · " : "",
            String.valueOf(call.servedBy()),
            call.recipient(),
            call.inputTokens(),
            call.outputTokens(),
            new Money(call.costNano()),
            call.latencyMillis() > 0 ? " · %,d ms".formatted(call.latencyMillis()) : "",
            call.prompt().substring(0, 8),
            call.sheet().substring(0, 8));
  }
}
