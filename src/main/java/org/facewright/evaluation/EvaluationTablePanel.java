package org.facewright.evaluation;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.facewright.ui.text.Texts;

/** The evaluations of the project, and their accuracies beside the published ones. */
final class EvaluationTablePanel {
  private static final Texts TEXTS = Texts.of(EvaluationTablePanel.class);
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final double STRICT = 1e-3;
  private static final double FIGURE = 84;
  private static final double WIDE = 104;
  private static final int NARROW = 7;

  private final EvaluationModel model;

  EvaluationTablePanel(EvaluationModel model) {
    this.model = model;
  }

  Node view() {
    TableView<Evaluation> mine = mine();
    TableView<Comparison> published = published();
    VBox.setVgrow(mine, Priority.SOMETIMES);
    VBox.setVgrow(published, Priority.ALWAYS);
    mine.setPrefHeight(200);
    published.setPrefHeight(420);
    return new VBox(
        8, heading(TEXTS.get("mine")), mine, heading(TEXTS.get("published")), published);
  }

  private static Label heading(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("fw-heading");
    return label;
  }

  private TableView<Evaluation> mine() {
    TableView<Evaluation> table = new TableView<>(model.evaluations());
    table.setId("evaluations");
    table
        .getColumns()
        .setAll(
            List.of(
                column(TEXTS.get("column.recogniser"), "", 112, one -> one.order().model()),
                column(TEXTS.get("column.set"), "", 96, Evaluation::set),
                figure(
                    TEXTS.get("column.pairs"),
                    TEXTS.get("column.pairs.tip"),
                    one -> "%,d".formatted(one.pairs())),
                figure(
                    TEXTS.get("column.accuracy"),
                    TEXTS.get("column.accuracy.tip"),
                    one -> "%.2f ± %.2f".formatted(100 * one.accuracy(), 100 * one.std())),
                figure(
                    TEXTS.get("column.interval"),
                    TEXTS.get("column.interval.tip"),
                    one -> interval(one.accuracyInterval())),
                figure(
                    TEXTS.get("column.auc"),
                    TEXTS.get("column.auc.tip"),
                    one -> "%.5f".formatted(one.auc())),
                figure(
                    TEXTS.get("column.eer"),
                    TEXTS.get("column.eer.tip"),
                    one -> "%.2f".formatted(100 * one.eer())),
                figure(
                    TEXTS.get("column.tar"),
                    TEXTS.get("column.tar.tip"),
                    EvaluationTablePanel::strict),
                column(TEXTS.get("column.when"), "", 124, one -> WHEN.format(one.at()))));
    table.getSelectionModel().selectedItemProperty().subscribe(this::selected);
    model
        .shown()
        .subscribe(
            now -> now.ifPresent(evaluation -> table.getSelectionModel().select(evaluation)));
    return table;
  }

  private void selected(@org.jspecify.annotations.Nullable Evaluation evaluation) {
    if (evaluation != null && model.shown().get().filter(evaluation::equals).isEmpty()) {
      model.show(evaluation);
    }
  }

  private static String interval(Interval interval) {
    return "%.1f – %.1f".formatted(100 * interval.low(), 100 * interval.high());
  }

  private static String strict(Evaluation one) {
    Double tar = one.tarAtFar().get(STRICT);
    return tar == null ? "–" : "%.2f".formatted(100 * tar);
  }

  private TableView<Comparison> published() {
    TableView<Comparison> table = new TableView<>();
    table.setId("published");
    table.getColumns().add(column(TEXTS.get("column.trained"), "", 224, Comparison::name));
    for (String set : Comparison.testSets()) {
      table
          .getColumns()
          .add(figure(set, TEXTS.get("column.published.tip", set), row -> percent(row, set)));
    }
    table.setRowFactory(view -> new Row());
    model
        .evaluations()
        .subscribe(() -> table.getItems().setAll(Comparison.of(model.evaluations())));
    table.getItems().setAll(Comparison.of(model.evaluations()));
    return table;
  }

  private static String percent(Comparison row, String set) {
    Double percent = row.percent().get(set);
    return percent == null ? "" : "%.2f".formatted(percent);
  }

  private static <T> TableColumn<T, String> figure(
      String name, String sentence, Function<T, String> text) {
    double width = name.length() > NARROW ? WIDE : FIGURE;
    TableColumn<T, String> column = column(name, sentence, width, text);
    column.setStyle("-fx-alignment: center-right;");
    return column;
  }

  private static <T> TableColumn<T, String> column(
      String name, String sentence, double width, Function<T, String> text) {
    TableColumn<T, String> column = new TableColumn<>();
    Label header = new Label(name);
    header.setAlignment(Pos.CENTER_LEFT);
    if (!sentence.isEmpty()) {
      header.setTooltip(new Tooltip(sentence));
    }
    column.setGraphic(header);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    return column;
  }

  /** The user's own rows are bold and marked by their detail, never by a colour alone. */
  private static final class Row extends TableRow<Comparison> {
    @Override
    protected void updateItem(@org.jspecify.annotations.Nullable Comparison row, boolean empty) {
      super.updateItem(row, empty);
      setStyle(row != null && row.own() ? "-fx-font-weight: bold;" : "");
      setTooltip(
          row == null ? null : new Tooltip(row.own() ? TEXTS.get("measured.here") : row.detail()));
    }
  }
}
