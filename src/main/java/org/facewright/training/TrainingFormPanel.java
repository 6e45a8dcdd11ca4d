package org.facewright.training;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.facewright.network.Precision;
import org.facewright.network.architecture.Recognisers;
import org.facewright.training.head.Heads;
import org.facewright.training.run.TrainingSettings;
import org.facewright.ui.form.Form;
import org.facewright.ui.form.Segments;
import org.facewright.ui.form.ValueSlider;
import org.facewright.ui.text.Texts;
import org.jspecify.annotations.Nullable;

/** The settings of the next run: a preset, and what is to be different. */
final class TrainingFormPanel {
  private static final Texts TEXTS = Texts.of(TrainingFormPanel.class);
  private static final String OWN = "own";
  private static final double HALF = 50;
  private static final double PERCENT = 100;

  private final TrainingModel model;
  private final Consumer<String> problem;
  private final Segments<String> preset =
      new Segments<>(List.of("laptop", "paper", OWN), "laptop", TrainingFormPanel::title);
  private final TextField name = new TextField();
  private final ComboBox<String> architecture = new ComboBox<>();
  private final ComboBox<String> head = new ComboBox<>();
  private final Spinner<Integer> epochs = new Spinner<>(1, 10_000, 20, 1);
  private final Spinner<Integer> batch = new Spinner<>(2, 8192, 64, 8);
  private final TextField rate = new TextField();
  private final Segments<Precision> precision =
      new Segments<>(
          List.of(Precision.values()),
          Precision.FP32,
          one -> one.name().toLowerCase(java.util.Locale.ROOT));
  private final CheckBox mirror = new CheckBox(TEXTS.get("change.mirror"));
  private final CheckBox erase = new CheckBox(TEXTS.get("change.erase"));
  private final CheckBox colour = new CheckBox(TEXTS.get("change.colour"));
  private final CheckBox shape = new CheckBox(TEXTS.get("change.shape"));
  private final CheckBox blur = new CheckBox(TEXTS.get("change.blur"));
  private final ComboBox<RunOrder> order = new ComboBox<>();
  private final Label pictures = new Label();
  private final Button kept = new Button(TEXTS.get("kept.instead"));
  private final ValueSlider heldOut = new ValueSlider(TEXTS.get("held.out.spoken"), 0, HALF, 5, 0);
  private TrainingSettings base = TrainingSettings.laptop();
  private boolean filling;

  TrainingFormPanel(TrainingModel model, Consumer<String> problem) {
    this.model = model;
    this.problem = problem;
    architecture.getItems().setAll(Recognisers.names());
    head.getItems().setAll(Heads.names());
    order.getItems().setAll(RunOrder.offered(false));
    order.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable RunOrder one) {
            return one == null ? "" : named(one);
          }

          @Override
          public @Nullable RunOrder fromString(String text) {
            return null;
          }
        });
    name.setId("training-name");
    architecture.setId("training-architecture");
    epochs.setId("training-epochs");
    batch.setId("training-batch");
    rate.setId("training-base-rate");
    preset.setId("training-preset");
    epochs.setEditable(true);
    batch.setEditable(true);
    fill();
    preset.value().subscribe(this::taken);
    watch();
    pictures.setId("training-pictures");
    kept.setId("training-kept");
    kept.setOnAction(event -> model.trainOn(Optional.empty()));
    model.release().subscribe(this::on);
  }

  /** A release brings its length and order along; both may be changed. */
  private void on(Optional<ReleaseChoice> release) {
    pictures.setText(release.map(ReleaseChoice::title).orElse(TEXTS.get("kept.now")));
    kept.setVisible(release.isPresent());
    kept.setManaged(release.isPresent());
    RunOrder before = order.getValue();
    filling = true;
    order.getItems().setAll(RunOrder.offered(release.isPresent()));
    order.setValue(before);
    filling = false;
    if (release.isPresent()) {
      epochs.getValueFactory().setValue(release.get().plan().epochs());
      order.setValue(RunOrder.PLANNED);
    } else if (before == RunOrder.PLANNED) {
      order.setValue(RunOrder.SHUFFLED);
    }
  }

  private static String title(String preset) {
    return switch (preset) {
      case "laptop" -> TEXTS.get("preset.laptop");
      case "paper" -> TEXTS.get("preset.paper");
      default -> TEXTS.get("preset.own");
    };
  }

  private static String named(RunOrder order) {
    return switch (order) {
      case SHUFFLED -> TEXTS.get("order.shuffled");
      case GENERATED_FIRST -> TEXTS.get("order.generated.first");
      case STAGES -> TEXTS.get("order.stages");
      case PLANNED -> TEXTS.get("order.planned");
    };
  }

  private void taken(String chosen) {
    if (!chosen.equals(OWN)) {
      base = TrainingSettings.preset(chosen);
      fill();
    }
  }

  /** Whatever is changed by hand makes the settings one's own. */
  private void watch() {
    architecture.valueProperty().subscribe(this::changed);
    head.valueProperty().subscribe(this::changed);
    epochs.valueProperty().subscribe(this::changed);
    batch.valueProperty().subscribe(this::changed);
    rate.textProperty().subscribe(this::changed);
    precision.value().subscribe(this::changed);
    order.valueProperty().subscribe(this::changed);
    heldOut.value().subscribe(this::changed);
    List.of(mirror, erase, colour, shape, blur)
        .forEach(box -> box.selectedProperty().subscribe(this::changed));
    model.runs().subscribe(this::suggest);
    suggest();
  }

  private void changed() {
    if (!filling) {
      preset.value().set(OWN);
    }
  }

  private void fill() {
    RunDraft draft = RunDraft.of(base);
    filling = true;
    architecture.setValue(draft.architecture());
    head.setValue(draft.head());
    epochs.getValueFactory().setValue(draft.epochs());
    batch.getValueFactory().setValue(draft.batch());
    rate.setText(Double.toString(draft.rate()));
    precision.value().set(draft.precision());
    mirror.setSelected(draft.mirror());
    erase.setSelected(draft.erase());
    colour.setSelected(draft.colour());
    shape.setSelected(draft.shape());
    blur.setSelected(draft.blur());
    order.setValue(draft.order());
    heldOut.value().set(PERCENT * draft.heldOut());
    filling = false;
  }

  /** Keeps a name that the user has given, unless a run has got it. */
  private void suggest() {
    String now = name.getText();
    if (now.isBlank() || model.runs().stream().anyMatch(run -> run.name().equals(now))) {
      name.setText(model.freeName());
    }
  }

  Node view(Button start) {
    Label title = new Label(TEXTS.get("run.new"));
    title.getStyleClass().add("fw-heading");
    epochs.setMaxWidth(Double.MAX_VALUE);
    batch.setMaxWidth(Double.MAX_VALUE);
    architecture.setMaxWidth(Double.MAX_VALUE);
    head.setMaxWidth(Double.MAX_VALUE);
    order.setMaxWidth(Double.MAX_VALUE);
    start.setMaxWidth(Double.MAX_VALUE);
    VBox box = new VBox(12, title, preset, form(), start);
    box.getStyleClass().add("fw-card");
    return box;
  }

  private Form form() {
    return new Form()
        .row(TEXTS.get("images"), TEXTS.get("images.tip"), images())
        .row(TEXTS.get("name"), TEXTS.get("name.tip"), name)
        .row(TEXTS.get("network"), TEXTS.get("network.tip"), architecture)
        .row(TEXTS.get("head"), TEXTS.get("head.tip"), head)
        .row(TEXTS.get("epochs"), TEXTS.get("epochs.tip"), epochs)
        .row(TEXTS.get("batch"), TEXTS.get("batch.tip"), batch)
        .row(TEXTS.get("rate"), TEXTS.get("rate.tip"), rate)
        .row(TEXTS.get("precision"), TEXTS.get("precision.tip"), precision)
        .row(
            TEXTS.get("changes"),
            TEXTS.get("changes.tip"),
            new FlowPane(8, 8, mirror, erase, colour, shape, blur))
        .row(TEXTS.get("order"), TEXTS.get("order.tip"), order)
        .row(TEXTS.get("held.out.share"), TEXTS.get("held.out.share.tip"), heldOut);
  }

  private HBox images() {
    HBox gap = new HBox();
    HBox.setHgrow(gap, javafx.scene.layout.Priority.ALWAYS);
    HBox line = new HBox(8, pictures, gap, kept);
    line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return line;
  }

  /** Trains as the form says. */
  void start() {
    try {
      double fastest = Double.parseDouble(rate.getText().strip().replace(',', '.'));
      model.start(name.getText().strip(), draft(fastest), base);
    } catch (NumberFormatException e) {
      problem.accept(TEXTS.get("rate.wrong", rate.getText()));
    }
  }

  private RunDraft draft(double rate) {
    return new RunDraft(
        architecture.getValue(),
        head.getValue(),
        epochs.getValue(),
        batch.getValue(),
        rate,
        precision.value().get(),
        mirror.isSelected(),
        erase.isSelected(),
        colour.isSelected(),
        shape.isSelected(),
        blur.isSelected(),
        order.getValue(),
        heldOut.value().get() / PERCENT);
  }
}
