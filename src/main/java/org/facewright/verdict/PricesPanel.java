package org.facewright.verdict;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.facewright.ui.form.Explained;
import org.facewright.ui.text.Texts;
import org.facewright.verdict.cost.ImageTokens;
import org.facewright.verdict.cost.ModelPrice;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.cost.PriceTable;

/** The price table, to be edited: what a million tokens of each model cost. */
final class PricesPanel extends VBox {
  private static final Texts TEXTS = Texts.of(PricesPanel.class);
  private static final String OWN = "fixed 256";

  private final PriceTable before;
  private final TextField asOf;
  private final GridPane grid = new GridPane(8, 6);
  private final List<Line> lines = new ArrayList<>();
  private final Label complaint = new Label();

  /** The fields of one model. */
  private record Line(
      TextField model,
      TextField input,
      TextField cached,
      TextField output,
      TextField batch,
      TextField image) {
    static Line of(ModelPrice price) {
      return new Line(
          field(price.model(), 11),
          field(price.input().toString(), 4),
          field(price.cachedInput().toString(), 4),
          field(price.output().toString(), 4),
          field(String.valueOf(price.batchFactor()), 3),
          field(price.image().words(), 10));
    }

    Node[] fields() {
      return new Node[] {model, input, cached, output, batch, image};
    }

    ModelPrice price() {
      String name = model.getText().strip();
      return new ModelPrice(
          name,
          amount(name, input),
          amount(name, cached),
          amount(name, output),
          amount(name, batch).nano() / 1e9,
          ImageTokens.parse(image.getText()));
    }

    private static Money amount(String name, TextField field) {
      try {
        return Money.of(field.getText().strip());
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(TEXTS.get("prices.wrong", name, field.getText()), e);
      }
    }
  }

  PricesPanel(PriceTable table, PricesModel prices, Runnable close) {
    super(16);
    before = table;
    asOf = field(table.asOf(), 30);
    getStyleClass().addAll("fw-sheet", "fw-key-sheet");
    setId("verdict-prices");
    setMaxSize(720, USE_PREF_SIZE);
    Label title = new Label(TEXTS.get("prices.title", table.currency()));
    title.getStyleClass().add("fw-title");
    heads();
    table.models().forEach(price -> add(Line.of(price)));
    Button more = new Button(TEXTS.get("prices.more"));
    more.setOnAction(event -> add(Line.of(unknown())));
    Button keep = new Button(TEXTS.get("prices.keep"));
    keep.setId("verdict-keep-prices");
    keep.getStyleClass().add("accent");
    keep.setOnAction(event -> keep(prices, close));
    complaint.getStyleClass().add("fw-problem");
    complaint.setWrapText(true);
    complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
    Label where = new Label(TEXTS.get("prices.file", prices.file()));
    where.getStyleClass().add("fw-caption");
    where.setWrapText(true);
    HBox day = new HBox(8, new Label(TEXTS.get("prices.as.of")), asOf);
    day.setAlignment(Pos.CENTER_LEFT);
    HBox buttons = new HBox(8, more, keep);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(title, grid, day, complaint, where, buttons);
  }

  private static TextField field(String text, int columns) {
    TextField field = new TextField(text);
    field.setPrefColumnCount(columns);
    return field;
  }

  /** A model of the user's own costs nothing until they say otherwise. */
  private static ModelPrice unknown() {
    return new ModelPrice("", Money.ZERO, Money.ZERO, Money.ZERO, 1, ImageTokens.parse(OWN));
  }

  private void heads() {
    grid.addRow(
        0,
        head(TEXTS.get("column.model"), TEXTS.get("column.model.tip")),
        head(TEXTS.get("column.input"), TEXTS.get("column.input.tip")),
        head(TEXTS.get("column.cached"), TEXTS.get("column.cached.tip")),
        head(TEXTS.get("column.output"), TEXTS.get("column.output.tip")),
        head(TEXTS.get("column.batch"), TEXTS.get("column.batch.tip")),
        head(TEXTS.get("column.picture"), TEXTS.get("column.picture.tip")));
  }

  private static Label head(String text, String sentence) {
    Label label = new Label(text);
    label.getStyleClass().add("fw-caption");
    return Explained.with(label, sentence);
  }

  private void add(Line line) {
    lines.add(line);
    grid.addRow(lines.size(), line.fields());
  }

  /** A line without a name is one less. */
  private void keep(PricesModel prices, Runnable close) {
    try {
      List<ModelPrice> models =
          lines.stream()
              .filter(line -> !line.model().getText().isBlank())
              .map(Line::price)
              .toList();
      prices.write(new PriceTable(asOf.getText().strip(), before.currency(), models));
      close.run();
    } catch (IllegalArgumentException e) {
      complaint.setText(e.getMessage());
    }
  }
}
