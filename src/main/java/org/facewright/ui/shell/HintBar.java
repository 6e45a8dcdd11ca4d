package org.facewright.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.KeyLegend;
import org.facewright.ui.text.Texts;
import org.facewright.ui.theme.Icons;

/** One line above a page: what it is for, its keys, and how to be rid of the line. */
final class HintBar extends HBox {
  private static final Texts TEXTS = Texts.of(HintBar.class);
  static final String ID = "hint-bar";

  /**
   * @param keys actions with a key
   */
  HintBar(Hint hint, List<Action> keys, Runnable close, Runnable never) {
    super(12);
    setId(ID);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().addAll("fw-ribbon-bar", "fw-hint");
    Label sentence = new Label(hint.sentence(), Icons.of("fth-info"));
    sentence.setId("hint-sentence");
    sentence.setWrapText(true);
    sentence.setMinWidth(120);
    sentence.setMaxWidth(Double.MAX_VALUE);
    sentence.setGraphicTextGap(8);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    Button off = new Button(TEXTS.get("hint.never"));
    off.setId("hint-never");
    off.setMinWidth(USE_PREF_SIZE);
    off.getStyleClass().add("flat");
    off.setOnAction(event -> never.run());
    Button away = new Button("", Icons.of("fth-x"));
    away.setId("hint-close");
    away.setAccessibleText(TEXTS.get("hint.close"));
    away.setTooltip(new Tooltip(TEXTS.get("hint.close") + "  (Esc)"));
    away.getStyleClass().addAll("button-icon", "flat", "fw-tool", "fw-small");
    away.setOnAction(event -> close.run());
    getChildren().addAll(sentence, new KeyLegend(keys), off, away);
  }
}
