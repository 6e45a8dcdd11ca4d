package org.facewright.generation.render;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.util.StringConverter;
import org.facewright.ui.form.Explained;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.facewright.ui.theme.Icons;
import org.jspecify.annotations.Nullable;

/** How many people and pictures, and where to: becomes a job. */
final class RenderOrderPanel {
  private static final Texts TEXTS = Texts.of(RenderOrderPanel.class);
  private final RenderModel model;
  private final Path folder;
  private final Spinner<Integer> identities = new Spinner<>(1, 999_999, 100, 10);
  private final Spinner<Integer> shots = new Spinner<>(1, 1000, 20, 1);
  private final ComboBox<Integer> size = new ComboBox<>();
  private final CheckBox takeIn = new CheckBox(TEXTS.get("set.import"));
  private final TextField output = new TextField();

  RenderOrderPanel(RenderModel model, Path folder) {
    this.model = model;
    this.folder = folder;
  }

  Node view() {
    Label title = new Label(TEXTS.get("set"));
    title.getStyleClass().add("fw-heading");
    number(identities, "render-identities", 92);
    number(shots, "render-shots", 76);
    size.getItems().setAll(List.of(112, 160, 224));
    size.setValue(112);
    size.setMinWidth(92);
    size.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Integer pixels) {
            return pixels == null ? "" : TEXTS.get("set.pixels", pixels);
          }

          @Override
          public @Nullable Integer fromString(String text) {
            return null;
          }
        });
    size.setAccessibleText(TEXTS.get("set.size.spoken"));
    takeIn.setId("render-take-in");
    takeIn.setSelected(true);
    HBox what =
        new HBox(
            8,
            identities,
            word(TEXTS.get("set.people")),
            shots,
            word(TEXTS.get("set.shots")),
            Explained.with(size, TEXTS.get("set.size.tip")));
    what.setAlignment(Pos.CENTER_LEFT);
    output.setId("render-output");
    output.setText(suggested().toString());
    output.setAccessibleText(TEXTS.get("set.output.spoken"));
    HBox.setHgrow(output, Priority.ALWAYS);
    Button browse = new Button("", Icons.of("fth-folder"));
    browse.getStyleClass().addAll("button-icon", "flat", "fw-tool");
    browse.setAccessibleText(TEXTS.get("set.browse.spoken"));
    browse.setOnAction(event -> browse());
    HBox where = new HBox(8, Explained.with(output, TEXTS.get("set.output.tip")), browse);
    where.setAlignment(Pos.CENTER_LEFT);
    Button render = new Button(TEXTS.get("set.render"), Icons.of("fth-play"));
    render.setId("render-start");
    render.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    render.setOnAction(event -> order());
    HBox.setHgrow(takeIn, Priority.ALWAYS);
    takeIn.setMaxWidth(Double.MAX_VALUE);
    HBox last = new HBox(12, takeIn, render);
    last.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(8, title, what, where, last);
    box.getStyleClass().add("fw-card");
    return box;
  }

  private static Label word(String text) {
    Label label = new Label(text);
    label.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    return label;
  }

  private static void number(Spinner<Integer> spinner, String id, double width) {
    spinner.setId(id);
    spinner.setEditable(true);
    spinner.setPrefWidth(width);
    spinner.setMinWidth(width);
  }

  /** Beside the project, a number more than the last one. */
  private Path suggested() {
    for (int n = 1; ; n++) {
      Path candidate = folder.resolve("rendered-" + n);
      if (!java.nio.file.Files.exists(candidate)) {
        return candidate;
      }
    }
  }

  private void browse() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(TEXTS.get("set.browse.title"));
    File chosen = chooser.showDialog(output.getScene().getWindow());
    if (chosen != null) {
      output.setText(chosen.toString());
    }
  }

  private void order() {
    if (model.kit().get().isEmpty()) {
      return;
    }
    try {
      model.order(
          new RenderOrder(
              model.kit().get().get().toAbsolutePath().toString(),
              Path.of(output.getText().strip()).toAbsolutePath().normalize().toString(),
              identities.getValue(),
              shots.getValue(),
              model.portrait().get().seed(),
              size.getValue(),
              true,
              takeIn.isSelected()));
      output.setText(suggested().toString());
    } catch (IllegalArgumentException e) {
      model.tell(TEXTS.get("render.failed", Told.why(e)));
    }
  }
}
