package org.facewright.app;

import java.io.File;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.facewright.exchange.DatasetFormat;
import org.facewright.exchange.ExportFormats;
import org.facewright.ui.form.Form;
import org.facewright.ui.form.ValueSlider;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;

/** What is to be exported, and where to. */
final class ExportSheet extends VBox {
  private static final Texts TEXTS = Texts.of(ExportSheet.class);

  private final Desktop desktop;
  private final StageDesk stages;
  private final List<DatasetFormat> formats = new ExportFormats().formats();
  private final ComboBox<String> format = new ComboBox<>();
  private final ValueSlider least = new ValueSlider(TEXTS.get("export.images"), 1, 50, 1, 0);

  ExportSheet(Desktop desktop, StageDesk stages) {
    super(16);
    this.desktop = desktop;
    this.stages = stages;
    getStyleClass().addAll("fw-sheet", "fw-key-sheet");
    setId("export");
    setMaxSize(560, USE_PREF_SIZE);
    Label title = new Label(TEXTS.get("export.title"));
    title.getStyleClass().add("fw-title");
    formats.forEach(known -> format.getItems().add(known.name()));
    format.setValue(formats.getFirst().name());
    Label about = new Label();
    about.setWrapText(true);
    about.getStyleClass().add("fw-caption");
    format.valueProperty().subscribe(name -> about.setText(describe(name)));
    Form form =
        new Form()
            .row(TEXTS.get("export.format"), TEXTS.get("export.format.about"), format)
            .row(TEXTS.get("export.least"), TEXTS.get("export.least.about"), least);
    Button go = new Button(TEXTS.get("export.choose"));
    go.getStyleClass().add("accent");
    go.setDefaultButton(true);
    go.setOnAction(event -> choose());
    HBox buttons = new HBox(8, go);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(title, form, about, buttons);
  }

  private String describe(String name) {
    return formats.stream()
        .filter(known -> known.name().equals(name))
        .map(DatasetFormat::description)
        .map(Told::words)
        .findFirst()
        .orElse("");
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(TEXTS.get("export.target"));
    chooser.setInitialFileName("kept-" + format.getValue());
    File target = chooser.showSaveDialog(desktop.stage());
    if (target != null) {
      desktop.shell().overlay().close();
      int fewest = (int) Math.round(least.value().get());
      stages.export(new ExportChoice(format.getValue(), target.toPath(), Math.max(1, fewest)));
    }
  }
}
