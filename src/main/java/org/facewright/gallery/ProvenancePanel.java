package org.facewright.gallery;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** The facts of one picture, as text that can be selected and copied. */
final class ProvenancePanel extends GridPane {
  private static final int COLUMN = 30;

  ProvenancePanel() {
    setId("provenance");
    setHgap(12);
    setVgap(6);
    // The scroll bar beside it covers no text.
    setPadding(new Insets(0, 14, 0, 0));
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(names, values);
  }

  void show(Optional<Provenance> now) {
    getChildren().clear();
    now.ifPresent(
        found -> {
          for (int row = 0; row < found.lines().size(); row++) {
            add(found.lines().get(row), row);
          }
        });
  }

  private void add(Provenance.Line line, int row) {
    Label name = new Label(line.name());
    name.getStyleClass().add("fw-caption");
    setValignment(name, VPos.TOP);
    TextArea value = new TextArea(line.value());
    value.setEditable(false);
    value.setWrapText(true);
    value.setPrefRowCount(1 + line.value().length() / COLUMN);
    value.setPrefColumnCount(14);
    value.setMinHeight(USE_PREF_SIZE);
    value.getStyleClass().add("fw-fact");
    value.setFocusTraversable(false);
    addRow(row, name, value);
  }
}
