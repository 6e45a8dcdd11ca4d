package org.facewright.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.facewright.training.run.RunStatus;
import org.facewright.ui.text.Texts;

/** The runs of the project; those that are selected are drawn. */
final class TrainingRunsPanel {
  private static final Texts TEXTS = Texts.of(TrainingRunsPanel.class);
  private static final double HEIGHT = 152;
  private static final double PERCENT = 100;

  private final TrainingModel model;
  private final TableView<TrainingModel.Entry> table;

  TrainingRunsPanel(TrainingModel model) {
    this.model = model;
    table = new TableView<>(model.runs());
  }

  Node view() {
    table.setId("training-runs");
    table.setPrefHeight(HEIGHT);
    table.setMinHeight(HEIGHT);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table
        .getColumns()
        .setAll(
            List.of(
                column(TEXTS.get("column.run"), "", 120, RunRow::name),
                column(TEXTS.get("column.state"), "", 88, row -> TrainingModel.word(row.state())),
                column(TEXTS.get("column.network"), "", 112, TrainingRunsPanel::network),
                figure(
                    TEXTS.get("column.images"),
                    TEXTS.get("column.images.tip"),
                    TrainingRunsPanel::pictures),
                figure(
                    TEXTS.get("column.epoch"),
                    TEXTS.get("column.epoch.tip"),
                    row -> of(row, TrainingRunsPanel::epochs)),
                figure(
                    TEXTS.get("column.loss"),
                    TEXTS.get("column.loss.tip"),
                    row -> of(row, TrainingRunsPanel::loss)),
                figure(
                    TEXTS.get("column.held.out"),
                    TEXTS.get("column.held.out.tip"),
                    TrainingRunsPanel::heldOut)));
    table.getSelectionModel().getSelectedItems().subscribe(this::chosen);
    model.runs().subscribe(this::listed);
    listed();
    return table;
  }

  /** A run that has just begun is looked at; first the table must have heard of it. */
  private void listed() {
    Platform.runLater(
        () -> {
          if (!model.runs().isEmpty()) {
            table.getSelectionModel().clearAndSelect(0);
          }
        });
  }

  private void chosen() {
    TrainingModel.Entry first = table.getSelectionModel().getSelectedItem();
    List<String> names = new ArrayList<>();
    if (first != null) {
      names.add(first.name());
    }
    for (TrainingModel.Entry entry : table.getSelectionModel().getSelectedItems()) {
      if (entry != null && entry != first) {
        names.add(entry.name());
      }
    }
    if (!names.isEmpty()) {
      model.choose(names);
    }
  }

  private static String network(RunRow row) {
    return row.settings() == null ? "" : row.settings().architecture();
  }

  private static String pictures(RunRow row) {
    return row.pictures() == 0 ? "" : "%,d".formatted(row.pictures());
  }

  private static String of(RunRow row, Function<RunStatus, String> text) {
    return row.status() == null ? "" : text.apply(row.status());
  }

  private static String epochs(RunStatus status) {
    return status.epoch() + " / " + status.epochs();
  }

  private static String loss(RunStatus status) {
    return Float.isNaN(status.loss()) ? "" : "%.3f".formatted(status.loss());
  }

  private static String heldOut(RunRow row) {
    return Double.isNaN(row.heldOut()) ? "" : "%.2f".formatted(PERCENT * row.heldOut());
  }

  private static TableColumn<TrainingModel.Entry, String> figure(
      String name, String sentence, Function<RunRow, String> text) {
    TableColumn<TrainingModel.Entry, String> column = column(name, sentence, 84, text);
    column.setStyle("-fx-alignment: center-right;");
    return column;
  }

  private static TableColumn<TrainingModel.Entry, String> column(
      String name, String sentence, double width, Function<RunRow, String> text) {
    TableColumn<TrainingModel.Entry, String> column = new TableColumn<>();
    Label header = new Label(name);
    header.setAlignment(Pos.CENTER_LEFT);
    if (!sentence.isEmpty()) {
      header.setTooltip(new Tooltip(sentence));
    }
    column.setGraphic(header);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(cell -> cell.getValue().row().map(text));
    return column;
  }
}
