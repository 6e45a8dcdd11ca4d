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
import org.facewright.ui.theme.Icons;

/** Targets for identity, quality and yaw, the search for a face that meets them, and its result. */
final class TargetsPanel {
  private static final double MOST_QUALITY = 40;
  private static final double MOST_YAW = 90;

  private final PreviewModel model;
  private final SearchModel search;
  private final ValueSlider identity =
      new ValueSlider("Identity within", 0, 1, TargetForm.FIRST.identityWithin(), 2);
  private final CheckBox wantsQuality = new CheckBox("Quality");
  private final ValueSlider quality =
      new ValueSlider("Quality at least", 0, MOST_QUALITY, TargetForm.FIRST.quality(), 1);
  private final CheckBox wantsYaw = new CheckBox("Yaw");
  private final ValueSlider yaw = new ValueSlider("Yaw", 0, MOST_YAW, TargetForm.FIRST.yaw(), 0);
  private final Button find = new Button("Find", Icons.of("fth-target"));
  private final Button cancel = new Button("Cancel", Icons.of("fth-x"));
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
        new Form()
            .row(
                "Identity",
                "Largest distance (1 - cosine) of the face to the reference; 0.3 as published.",
                identity);
    Explained.with(
        wantsQuality,
        "The length of a network's features, as MagFace measures quality; 27 as published. It may"
            + " fall short by 1.");
    Explained.with(wantsYaw, "Degrees that the head is turned to either side, give or take 5.");
    form.addRow(1, wantsQuality, own(quality, "fth-file", "Quality network…", search::judgeBy));
    form.addRow(2, wantsYaw, own(yaw, "fth-file", "Pose network…", search::turnBy));
    return form;
  }

  private Node own(ValueSlider slider, String icon, String words, Consumer<Path> take) {
    Button choose = new Button("", Icons.of(icon));
    choose.getStyleClass().addAll("button-icon", "flat", "fw-tool");
    choose.setAccessibleText(words);
    Explained.with(
        choose,
        words.startsWith("Pose")
            ? "Use a file I have: 6DRepNet's weights in deploy form (.pth)."
            : "Use a file I have: weights of a recogniser such as MagFace (.pth, .safetensors).");
    choose.setOnAction(
        event -> {
          FileChooser chooser = new FileChooser();
          chooser.setTitle(words);
          chooser
              .getExtensionFilters()
              .add(new FileChooser.ExtensionFilter("Weights", "*.pth", "*.pt", "*.safetensors"));
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
              by.setText(now.ready() ? "Quality by " + now.qualityBy() + "." : "");
              noPose.setText(now.ready() ? now.noPose() : "");
            });
    return new VBox(4, problem, by, noPose);
  }

  private Node commands() {
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    Explained.with(
        find,
        "Moves the vector step by step until its face meets the targets: 300 steps at most, given"
            + " up after 100 without progress.");
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
    Label words = caption("vec2face-search");
    search.state().subscribe(now -> words.setText(SearchWords.of(now)));
    return words;
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
