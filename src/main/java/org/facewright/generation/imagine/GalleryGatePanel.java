package org.facewright.generation.imagine;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.facewright.ui.form.Explained;
import org.facewright.ui.form.Form;
import org.facewright.ui.form.ValueSlider;
import org.facewright.ui.text.Texts;
import org.facewright.ui.theme.Icons;

/** The gate "leakage": galleries of real people that nobody new may look like. */
final class GalleryGatePanel {
  private static final Texts TEXTS = Texts.of(GalleryGatePanel.class);
  private final ImagineModel model;
  private final VBox list = new VBox(2);
  private final ValueSlider limit =
      new ValueSlider(TEXTS.get("gate.leakage"), 0, 1, ReferenceGates.DEFAULT.leakage(), 2);
  private final Label why = GatesPanel.caption(TEXTS.get("leakage.off"));
  private boolean showing;

  GalleryGatePanel(ImagineModel model) {
    this.model = model;
  }

  Node view() {
    list.setId("imagine-galleries");
    list.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(list.getChildren()));
    limit.setId("imagine-leakage");
    why.setId("imagine-no-gallery");
    Form rows = new Form().row(TEXTS.get("leakage"), TEXTS.get("leakage.tip"), limit);
    limit
        .value()
        .addListener(
            (value, was, now) -> {
              if (!showing) {
                model.change(form -> form.withGates(limited(form.gates(), now.doubleValue())));
              }
            });
    model.form().subscribe(now -> show(now.gates()));
    return new VBox(6, rows, why, list, buttons());
  }

  private static GateForm limited(GateForm gates, double leakage) {
    ReferenceGates limits = gates.limits();
    return gates.withLimits(limits.withSimilarities(limits.separation(), leakage));
  }

  private void show(GateForm now) {
    boolean none = now.galleries().isEmpty();
    showing = true;
    limit.value().set(now.limits().leakage());
    showing = false;
    limit.setDisable(none);
    why.setVisible(none);
    list.getChildren().setAll(now.galleries().stream().map(this::line).toList());
  }

  private Node line(GalleryFile gallery) {
    Label words = new Label(TEXTS.get("leakage.gallery", gallery.name(), gallery.rows()));
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Explained.with(words, gallery.location());
    Button out = new Button("", Icons.of("fth-x"));
    out.getStyleClass().addAll("button-icon", "flat", "fw-tool");
    out.setAccessibleText(TEXTS.get("leakage.remove", gallery.name()));
    out.setOnAction(event -> model.change(form -> form.withGates(form.gates().without(gallery))));
    HBox line = new HBox(8, words, out);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Node buttons() {
    Button files = new Button(TEXTS.get("leakage.add"), Icons.of("fth-plus"));
    files.setId("imagine-gallery-add");
    files.setOnAction(event -> choose(files));
    Explained.with(files, TEXTS.get("leakage.add.tip"));
    Button listed = new Button(TEXTS.get("leakage.listed"));
    listed.setId("imagine-gallery-listed");
    Explained.with(listed, TEXTS.get("leakage.listed.tip"));
    Label none = GatesPanel.caption("");
    none.setId("imagine-no-listed");
    model
        .tools()
        .subscribe(
            now -> {
              listed.setDisable(now.listed().isEmpty());
              none.setText(now.listed().isEmpty() ? TEXTS.get("leakage.none.listed") : "");
            });
    listed.setOnAction(event -> model.addGalleries(model.tools().get().listed()));
    for (Button each : List.of(files, listed)) {
      each.setMinWidth(Region.USE_PREF_SIZE);
    }
    HBox line = new HBox(8, files, listed);
    return new VBox(6, line, none);
  }

  private void choose(Node near) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(TEXTS.get("leakage.choose"));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(TEXTS.get("leakage.vectors"), "*.npy"));
    List<File> chosen = chooser.showOpenMultipleDialog(near.getScene().getWindow());
    if (chosen != null) {
      List<Path> files = chosen.stream().map(File::toPath).toList();
      model.addGalleries(files);
    }
  }
}
