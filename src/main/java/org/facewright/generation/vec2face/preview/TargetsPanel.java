package org.facewright.generation.vec2face.preview;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
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

/** Targets for identity, quality and yaw, the search for a face that meets them, and its result. */
final class TargetsPanel {
  private static final Texts TEXTS = Texts.of(TargetsPanel.class);
  private static final double MOST_QUALITY = 40;
  private static final double MOST_YAW = 90;

  private final PreviewModel model;
  private final SearchModel search;
  private final ValueSlider identity =
      new ValueSlider(
          TEXTS.get("target.identity.spoken"), 0, 1, TargetForm.FIRST.identityWithin(), 2);
  private final CheckBox wantsQuality = new CheckBox(TEXTS.get("target.quality"));
  private final ValueSlider quality =
      new ValueSlider(
          TEXTS.get("target.quality.spoken"), 0, MOST_QUALITY, TargetForm.FIRST.quality(), 1);
  private final CheckBox wantsYaw = new CheckBox(TEXTS.get("target.yaw"));
  private final ValueSlider yaw =
      new ValueSlider(TEXTS.get("target.yaw"), 0, MOST_YAW, TargetForm.FIRST.yaw(), 0);
  private final Button find = new Button(TEXTS.get("target.find"), Icons.of("fth-target"));
  private final Button cancel = new Button(TEXTS.get("target.cancel"), Icons.of("fth-x"));
  private final ProgressBar bar = new ProgressBar(0);

  TargetsPanel(PreviewModel model) {
    this.model = model;
    this.search = model.search();
  }

  Node view() {
    ids();
    VBox box = new VBox(8, form(), judges(), commands(), results());
    wire();
    return box;
  }

  private void ids() {
    identity.setId("vec2face-target-identity");
    wantsQuality.setId("vec2face-wants-quality");
    quality.setId("vec2face-target-quality");
    wantsYaw.setId("vec2face-wants-yaw");
    yaw.setId("vec2face-target-yaw");
    find.setId("vec2face-find");
    cancel.setId("vec2face-cancel");
  }

  private Node form() {
    Form form =
        new Form().row(TEXTS.get("target.identity"), TEXTS.get("target.identity.tip"), identity);
    Explained.with(wantsQuality, TEXTS.get("target.quality.tip"));
    Explained.with(wantsYaw, TEXTS.get("target.yaw.tip"));
    form.addRow(
        1,
        wantsQuality,
        own(
            quality,
            TEXTS.get("target.quality.file"),
            TEXTS.get("target.quality.file.tip"),
            search::judgeBy));
    form.addRow(
        2,
        wantsYaw,
        own(yaw, TEXTS.get("target.yaw.file"), TEXTS.get("target.yaw.file.tip"), search::turnBy));
    return form;
  }

  private Node own(ValueSlider slider, String words, String about, Consumer<Path> take) {
    Button choose = new Button("", Icons.of("fth-file"));
    choose.getStyleClass().addAll("button-icon", "flat", "fw-tool");
    choose.setAccessibleText(words);
    Explained.with(choose, about);
    choose.setOnAction(
        event -> {
          FileChooser chooser = new FileChooser();
          chooser.setTitle(words);
          chooser
              .getExtensionFilters()
              .add(
                  new FileChooser.ExtensionFilter(
                      TEXTS.get("target.weights"), "*.pth", "*.pt", "*.safetensors"));
          File chosen = chooser.showOpenDialog(choose.getScene().getWindow());
          if (chosen != null) {
            take.accept(chosen.toPath());
          }
        });
    HBox line = new HBox(4, slider, choose);
    HBox.setHgrow(slider, Priority.ALWAYS);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static Label caption(String id) {
    Label label = new Label();
    label.setId(id);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add("fw-caption");
    label.managedProperty().bind(label.textProperty().isNotEmpty());
    return label;
  }

  /** Who judges, or why nobody does. */
  private Node judges() {
    Label problem = caption("vec2face-no-search");
    Label by = caption("vec2face-quality-by");
    Label noPose = caption("vec2face-no-pose");
    search
        .judging()
        .subscribe(
            now -> {
              problem.setText(now.problem());
              by.setText(now.ready() ? TEXTS.get("target.quality.by", now.qualityBy()) : "");
              noPose.setText(now.ready() ? now.noPose() : "");
            });
    return new VBox(4, problem, by, noPose);
  }

  private Node commands() {
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    Explained.with(find, TEXTS.get("target.find.tip"));
    find.setOnAction(event -> model.find());
    cancel.setOnAction(event -> search.cancel());
    for (Button each : new Button[] {find, cancel}) {
      each.setMinWidth(Region.USE_PREF_SIZE);
    }
    HBox line = new HBox(8, find, cancel, bar);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Node results() {
    return new SearchStatePanel(search);
  }

  private void wire() {
    identity
        .value()
        .addListener((v, was, now) -> search.change(f -> f.withIdentity(now.doubleValue())));
    quality
        .value()
        .addListener(
            (v, was, now) ->
                search.change(f -> f.withQuality(f.wantsQuality(), now.doubleValue())));
    yaw.value()
        .addListener(
            (v, was, now) -> search.change(f -> f.withYaw(f.wantsYaw(), now.doubleValue())));
    wantsQuality
        .selectedProperty()
        .addListener((v, was, now) -> search.change(f -> f.withQuality(now, f.quality())));
    wantsYaw
        .selectedProperty()
        .addListener((v, was, now) -> search.change(f -> f.withYaw(now, f.yaw())));
    search.form().subscribe(now -> follow());
    search.judging().subscribe(now -> follow());
    search.state().subscribe(now -> follow());
    model.reference().subscribe(now -> follow());
  }

  private void follow() {
    TargetForm form = search.form().get();
    Judging judging = search.judging().get();
    SearchModel.State state = search.state().get();
    boolean running = state.phase() == SearchModel.Phase.RUNNING;
    boolean still = judging.ready() && !running;
    boolean turns = still && judging.noPose().isEmpty();
    identity.value().set(form.identityWithin());
    quality.value().set(form.quality());
    yaw.value().set(form.yaw());
    wantsQuality.setSelected(form.wantsQuality());
    wantsYaw.setSelected(form.wantsYaw());
    identity.setDisable(!still);
    wantsQuality.setDisable(!still);
    quality.setDisable(!still || !form.wantsQuality());
    wantsYaw.setDisable(!turns);
    yaw.setDisable(!turns || !form.wantsYaw());
    find.setDisable(!still || model.reference().get().isEmpty());
    cancel.setDisable(!running);
    bar.setVisible(running);
    bar.setProgress(
        state.step() == null ? -1 : (double) state.step().done() / state.step().steps());
  }
}
