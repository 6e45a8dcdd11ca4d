package org.facewright.verdict;

import java.io.ByteArrayInputStream;
import java.util.function.IntConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.facewright.project.VerdictCall;
import org.facewright.ui.text.Texts;
import org.facewright.ui.theme.Icons;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.ledger.FaceVerdict;
import org.facewright.verdict.prompt.SamePerson;

/** A sheet exactly as the model saw it, what it said of each face, and what that cost. */
final class SheetPanel extends VBox {
  private static final Texts TEXTS = Texts.of(SheetPanel.class);
  private static final double WIDTH = 400;

  private final ImageView picture = new ImageView();
  private final VBox said = new VBox(8);
  private final Label facts = new Label();
  private final TextArea raw = new TextArea();
  private final TitledPane rawPane = new TitledPane(TEXTS.get("sheet.raw"), raw);
  private final HBox leaf = new HBox(4);
  private final Button back = new Button();
  private final Button on = new Button();
  private int at;

  /**
   * @param other asks for another sheet of those not asked yet, from 0
   */
  SheetPanel(IntConsumer other) {
    super(12);
    setPadding(new Insets(0, 0, 0, 0));
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    Label heading = new Label(TEXTS.get("sheet"));
    heading.getStyleClass().add("fw-heading");
    leaf.getChildren()
        .addAll(
            turning(
                back, "fth-chevron-left", TEXTS.get("sheet.before"), () -> other.accept(at - 1)),
            turning(on, "fth-chevron-right", TEXTS.get("sheet.next"), () -> other.accept(at + 1)));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(8, heading, gap, leaf);
    head.setAlignment(Pos.CENTER_LEFT);
    picture.setFitWidth(WIDTH);
    picture.setPreserveRatio(true);
    picture.setSmooth(true);
    picture.setId("verdict-sheet");
    facts.getStyleClass().add("fw-caption");
    facts.setWrapText(true);
    raw.setEditable(false);
    raw.setWrapText(true);
    raw.setPrefRowCount(8);
    raw.setId("verdict-raw");
    facts.setId("verdict-facts");
    said.setId("verdict-said");
    back.setId("verdict-sheet-before");
    on.setId("verdict-sheet-next");
    rawPane.getStyleClass().add("dense");
    rawPane.setExpanded(false);
    rawPane.setVisible(false);
    ScrollPane scroll = new ScrollPane(new VBox(12, said, facts, rawPane));
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, picture, scroll);
  }

  private static Button turning(Button button, String icon, String name, Runnable turn) {
    button.setGraphic(Icons.of(icon));
    button.getStyleClass().addAll("button-icon", "flat", "fw-tool", "fw-small");
    button.setAccessibleText(name);
    button.setOnAction(event -> turn.run());
    return button;
  }

  /** Not asked yet. */
  void show(VerdictsModel.Preview drawn) {
    at = drawn.sheet();
    back.setDisable(at == 0);
    on.setDisable(at + 1 >= drawn.sheets());
    leaf.setVisible(true);
    picture.setImage(new Image(new ByteArrayInputStream(drawn.picture())));
    said.getChildren().clear();
    facts.setText(TEXTS.get("sheet.unasked", at + 1, drawn.sheets()));
    rawPane.setVisible(false);
  }

  void show(VerdictDesk.Seen seen) {
    leaf.setVisible(false);
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
    return confidence == null
        ? word
        : TEXTS.get("verdict.sure", word, "%.2f".formatted(confidence));
  }

  private static String word(SamePerson same) {
    return switch (same) {
      case YES -> TEXTS.get("verdict.same");
      case NO -> TEXTS.get("verdict.other");
      case UNSURE -> TEXTS.get("verdict.unsure");
    };
  }

  private static String words(VerdictCall call) {
    String cost = new Money(call.costNano()).toString();
    String facts =
        TEXTS.get(
            "call",
            String.valueOf(call.servedBy()),
            call.recipient(),
            call.inputTokens(),
            call.outputTokens(),
            call.latencyMillis() > 0 ? TEXTS.get("call.timed", cost, call.latencyMillis()) : cost,
            call.prompt().substring(0, 8),
            call.sheet().substring(0, 8));
    return call.simulated() ? TEXTS.get("call.simulated", facts) : facts;
  }
}
