package org.facewright.ui.form;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Rows of label and control, aligned; each label explains its setting on hover. */
public final class Form extends GridPane {
  private int rows;

  public Form() {
    getStyleClass().add("fw-form");
    ColumnConstraints labels = new ColumnConstraints();
    labels.setHalignment(HPos.LEFT);
    labels.setMinWidth(USE_PREF_SIZE);
    ColumnConstraints controls = new ColumnConstraints();
    controls.setHgrow(Priority.ALWAYS);
    controls.setFillWidth(true);
    getColumnConstraints().addAll(labels, controls);
  }

  /**
   * @param sentence what the setting or statistic means
   */
  public Form row(String name, String sentence, Node control) {
    Label label = Explained.with(new Label(name), sentence);
    label.setLabelFor(control);
    GridPane.setValignment(label, VPos.CENTER);
    addRow(rows++, label, control);
    return this;
  }

  /** A heading over the rows that follow. */
  public Form heading(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("fw-heading");
    add(label, 0, rows++, 2, 1);
    return this;
  }
}
