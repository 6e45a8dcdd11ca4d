package org.facewright.generation.imagine;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.facewright.generation.diffusion.Preset;
import org.facewright.generation.diffusion.SamplingSettings;
import org.facewright.generation.diffusion.schedule.Scheduler;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.form.Explained;
import org.facewright.ui.form.Form;
import org.facewright.ui.form.Segments;
import org.facewright.ui.text.Texts;
import org.facewright.ui.theme.Icons;

/** Which model draws, how, how many, and how long that takes. */
final class DrawingSettingsPanel {
  private static final Texts TEXTS = Texts.of(DrawingSettingsPanel.class);
  private static final List<Preset> PRESETS =
      List.of(Preset.BASE, Preset.TURBO, Preset.LIGHTNING, Preset.LCM, Preset.PAPER);
  private static final List<Integer> SIDES = List.of(512, 640, 768, 896, 1024, 1280);

  private final ImagineModel model;
  private final Actions actions;
  private final Action folder;
  private final Segments<Preset> preset =
      new Segments<>(PRESETS, Preset.BASE, DrawingSettingsPanel::word);
  private final Spinner<Integer> steps = spinner("steps", TEXTS.get("steps.spoken"), 1, 100, 30);
  private final Spinner<Double> guidance = new Spinner<>(0, 20, 7.5, .5);
  private final ComboBox<Integer> side = new ComboBox<>();
  private final ComboBox<String> scheduler = new ComboBox<>();
  private final Spinner<Integer> count =
      spinner("count", TEXTS.get("count.spoken"), 1, 1_000_000, 10);
  private final Spinner<Integer> tries = spinner("tries", TEXTS.get("tries.spoken"), 1, 100, 4);
  private final Spinner<Integer> seed =
      spinner("seed", TEXTS.get("seed.spoken"), 0, Integer.MAX_VALUE, 1);
  private boolean showing;

  DrawingSettingsPanel(ImagineModel model, Actions actions, Action folder) {
    this.model = model;
    this.actions = actions;
    this.folder = folder;
  }

  private static String word(Preset preset) {
    return switch (preset) {
      case BASE -> TEXTS.get("preset.base");
      case TURBO -> TEXTS.get("preset.turbo");
      case LIGHTNING -> TEXTS.get("preset.lightning");
      case LCM -> TEXTS.get("preset.lcm");
      case PAPER -> TEXTS.get("preset.paper");
      case PAPER_INSTANTID -> TEXTS.get("preset.instantid");
    };
  }

  private static Spinner<Integer> spinner(String id, String spoken, int low, int high, int value) {
    Spinner<Integer> spinner = new Spinner<>(low, high, value);
    spinner.setId("imagine-" + id);
    spinner.setEditable(true);
    spinner.setPrefWidth(110);
    spinner.setAccessibleText(spoken);
    return spinner;
  }

  Node view() {
    Label title = new Label(TEXTS.get("draw.references"));
    title.getStyleClass().add("fw-heading");
    preset.setId("imagine-preset");
    guidance.setId("imagine-guidance");
    guidance.setEditable(true);
    guidance.setPrefWidth(110);
    guidance.setAccessibleText(TEXTS.get("guidance.spoken"));
    side.setId("imagine-side");
    side.getItems().setAll(SIDES);
    side.setPrefWidth(110);
    side.setAccessibleText(TEXTS.get("side.spoken"));
    scheduler.setId("imagine-scheduler");
    scheduler.getItems().setAll(Scheduler.texts());
    scheduler.setPrefWidth(228);
    scheduler.setAccessibleText(TEXTS.get("scheduler.spoken"));
    Form form = new Form();
    form.row(
        TEXTS.get("steps.guidance"), TEXTS.get("steps.guidance.tip"), new HBox(8, steps, guidance));
    form.row(TEXTS.get("side.people"), TEXTS.get("side.people.tip"), new HBox(8, side, count));
    form.row(TEXTS.get("scheduler"), TEXTS.get("scheduler.tip"), scheduler);
    form.row(TEXTS.get("seed.tries"), TEXTS.get("seed.tries.tip"), new HBox(8, seed, tries));
    Explained.with(preset, TEXTS.get("preset.tip"));
    VBox box = new VBox(10, title, model(), preset, form, new AftermathPanel(model).view(), last());
    box.getStyleClass().add("fw-card");
    listen();
    return box;
  }

  private Node model() {
    Label name = new Label();
    name.setId("imagine-model");
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    name.setWrapText(true);
    HBox.setHgrow(name, Priority.ALWAYS);
    model
        .standing()
        .subscribe(
            now -> {
              String words = now.problem().isEmpty() ? path(now.folder()) : now.problem();
              name.setText(words);
              name.getStyleClass()
                  .setAll("label", now.problem().isEmpty() ? "fw-muted" : "fw-problem");
            });
    Button choose = new ActionControls(actions).tool(folder);
    HBox line = new HBox(8, name, choose);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static String path(Optional<Path> folder) {
    return folder
        .map(path -> TEXTS.get("folder", path.getFileName()))
        .orElse(TEXTS.get("folder.none"));
  }

  private Node last() {
    Label time = new Label();
    time.setId("imagine-time");
    time.setWrapText(true);
    time.getStyleClass().add("fw-caption");
    time.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(time, Priority.ALWAYS);
    model.standing().subscribe(now -> time.setText(time(now)));
    Button draw = new Button(TEXTS.get("draw"), Icons.of("fth-play"));
    draw.setId("imagine-draw");
    draw.getStyleClass().add("accent");
    draw.setMinWidth(Region.USE_PREF_SIZE);
    draw.setDisable(true);
    Label why = GatesPanel.caption("");
    why.setId("imagine-why");
    why.getStyleClass().setAll("label", "fw-problem");
    model.standing().subscribe(now -> allow(draw, why));
    model.tools().subscribe(now -> allow(draw, why));
    draw.setOnAction(event -> model.draw());
    HBox line = new HBox(12, Explained.with(time, TEXTS.get("time.tip")), draw);
    line.setAlignment(Pos.CENTER_LEFT);
    return new VBox(6, why, line);
  }

  private void allow(Button draw, Label why) {
    String blind = model.tools().get().noRecogniser();
    draw.setDisable(!model.standing().get().ready() || !blind.isEmpty());
    why.setText(blind);
  }

  private String time(ImagineModel.Standing now) {
    if (now.time().isEmpty()) {
      return "";
    }
    PictureTime time = now.time().get();
    ImagineForm form = model.form().get();
    String each = LiveDrawingPanel.time(time.seconds());
    String capital = each.substring(0, 1).toUpperCase(Locale.ROOT) + each.substring(1);
    String all = LiveDrawingPanel.time(time.seconds() * form.count());
    return time.measured()
        ? TEXTS.get("time.measured", capital, now.device(), all, form.count())
        : TEXTS.get("time.estimated", capital, now.device(), all, form.count());
  }

  private void listen() {
    model.form().subscribe(this::show);
    preset.value().addListener((value, before, now) -> set(form -> form.withPreset(now)));
    number(steps, (sampling, now) -> sampling.withScheduler(sampling.scheduler(), now));
    guidance
        .valueProperty()
        .addListener(
            (value, before, now) -> {
              if (now != null) {
                set(form -> form.withSampling(form.sampling().withGuidance(now.floatValue(), 0)));
              }
            });
    side.valueProperty()
        .addListener(
            (value, before, now) -> {
              if (now != null) {
                set(form -> form.withSampling(form.sampling().withSize(now, now)));
              }
            });
    scheduler
        .valueProperty()
        .addListener(
            (value, before, now) ->
                Scheduler.of(String.valueOf(now))
                    .ifPresent(
                        chosen ->
                            set(
                                form ->
                                    form.withSampling(
                                        form.sampling()
                                            .withScheduler(chosen, form.sampling().steps())))));
    plain(tries, (form, now) -> form.withTries(now));
    plain(count, (form, now) -> form.withCount(now));
    plain(seed, (form, now) -> form.withSeed(now));
  }

  private void number(
      Spinner<Integer> spinner, BiFunction<SamplingSettings, Integer, SamplingSettings> change) {
    plain(spinner, (form, now) -> form.withSampling(change.apply(form.sampling(), now)));
  }

  private void plain(
      Spinner<Integer> spinner, BiFunction<ImagineForm, Integer, ImagineForm> change) {
    spinner
        .valueProperty()
        .addListener(
            (value, before, now) -> {
              if (now != null) {
                set(form -> change.apply(form, now));
              }
            });
  }

  private void set(java.util.function.UnaryOperator<ImagineForm> change) {
    if (!showing) {
      model.change(change);
    }
  }

  private void show(ImagineForm now) {
    showing = true;
    preset.value().set(now.preset());
    value(steps.getValueFactory(), now.sampling().steps());
    value(guidance.getValueFactory(), (double) now.sampling().guidance().scale());
    if (!side.getItems().contains(now.sampling().width())) {
      side.getItems().add(now.sampling().width());
    }
    side.setValue(now.sampling().width());
    scheduler.setValue(now.sampling().scheduler().text());
    value(tries.getValueFactory(), now.tries());
    value(count.getValueFactory(), now.count());
    value(seed.getValueFactory(), (int) Math.min(now.seed(), Integer.MAX_VALUE));
    showing = false;
  }

  private static <T> void value(SpinnerValueFactory<T> factory, T value) {
    if (!value.equals(factory.getValue())) {
      factory.setValue(value);
    }
  }
}
