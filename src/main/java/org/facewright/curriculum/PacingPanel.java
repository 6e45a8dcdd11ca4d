package org.facewright.curriculum;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.facewright.project.release.CurriculumPlan;
import org.facewright.project.release.PlanPacing;
import org.facewright.ui.form.Explained;
import org.facewright.ui.form.Segments;
import org.facewright.ui.text.Texts;

/** How much of each stage, easiest first, is open in which epoch. */
final class PacingPanel {
  private static final Texts TEXTS = Texts.of(PacingPanel.class);
  private static final double PERCENT = 100;
  private static final double ROUNDING = 1e-9;
  private static final int START = 30;
  private static final int GROWTH = 20;
  private static final int EVERY = 2;

  /** Ways to open a set. */
  private enum Way {
    EVERYTHING(TEXTS.get("pacing.everything"), TEXTS.get("pacing.everything.about")),
    STEPS(TEXTS.get("pacing.steps"), TEXTS.get("pacing.steps.about")),
    LINEAR(TEXTS.get("pacing.linear"), TEXTS.get("pacing.linear.about")),
    ROOT(TEXTS.get("pacing.root"), TEXTS.get("pacing.root.about"));

    private final String label;
    private final String about;

    Way(String label, String about) {
      this.label = label;
      this.about = about;
    }

    String label() {
      return label;
    }

    static Way of(PlanPacing pacing) {
      return switch (pacing) {
        case PlanPacing.Everything _ -> EVERYTHING;
        case PlanPacing.Steps _ -> STEPS;
        case PlanPacing.Linear _ -> LINEAR;
        case PlanPacing.Root _ -> ROOT;
      };
    }
  }

  private final CurriculumModel model;
  private final Segments<Way> way =
      new Segments<>(java.util.List.of(Way.values()), Way.EVERYTHING, Way::label);
  private final Spinner<Integer> start =
      spinner("start", TEXTS.get("pacing.start.spoken"), 1, 100, START);
  private final Spinner<Integer> growth =
      spinner("growth", TEXTS.get("pacing.growth.spoken"), 1, 100, GROWTH);
  private final Spinner<Integer> every =
      spinner("every", TEXTS.get("pacing.every.spoken"), 1, 1000, EVERY);
  private final Spinner<Integer> until =
      spinner("until", TEXTS.get("pacing.until.spoken"), 1, 1000, CurriculumPlan.EPOCHS / 2);
  private final Label words = new Label();
  private final HBox growing =
      line(
          TEXTS.get("pacing.growth"),
          growth,
          TEXTS.get("pacing.every"),
          every,
          TEXTS.get("pacing.epochs"));
  private final HBox reaching = line(TEXTS.get("pacing.until"), until, TEXTS.get("pacing.epochs"));
  private boolean showing = true;

  PacingPanel(CurriculumModel model) {
    this.model = model;
    way.setId("curriculum-pacing");
    words.setId("curriculum-pacing-words");
    words.getStyleClass().add("fw-caption");
    words.setWrapText(true);
    way.value().addListener((value, before, now) -> edit());
    for (Spinner<Integer> each : java.util.List.of(start, growth, every, until)) {
      each.valueProperty().addListener((value, before, now) -> edit());
    }
    showing = false;
  }

  private static Spinner<Integer> spinner(String id, String spoken, int low, int high, int value) {
    Spinner<Integer> spinner = new Spinner<>(low, high, value);
    spinner.setId("curriculum-pacing-" + id);
    spinner.setEditable(true);
    spinner.setPrefWidth(88);
    spinner.setAccessibleText(spoken);
    return spinner;
  }

  private static HBox line(Object... parts) {
    HBox line = new HBox(8);
    line.setAlignment(Pos.CENTER_LEFT);
    for (Object part : parts) {
      line.getChildren().add(part instanceof Node node ? node : new Label(String.valueOf(part)));
    }
    line.managedProperty().bind(line.visibleProperty());
    return line;
  }

  Node view() {
    Label name = Explained.with(new Label(TEXTS.get("pacing")), TEXTS.get("pacing.tip"));
    HBox begin = line(TEXTS.get("pacing.start"), start, TEXTS.get("pacing.start.unit"));
    begin.visibleProperty().bind(way.value().isNotEqualTo(Way.EVERYTHING));
    growing.visibleProperty().bind(way.value().isEqualTo(Way.STEPS));
    reaching
        .visibleProperty()
        .bind(way.value().isEqualTo(Way.LINEAR).or(way.value().isEqualTo(Way.ROOT)));
    FlowPane controls = new FlowPane(12, 8, line(name, way), begin, growing, reaching);
    model.recipe().subscribe(now -> show(now.plan()));
    model.measurable().subscribe(now -> show(model.recipe().get().plan()));
    return new VBox(4, controls, words);
  }

  private void edit() {
    if (showing) {
      return;
    }
    try {
      PlanPacing pacing = pacing();
      model.editPlan(plan -> PlanEdits.paced(plan, pacing));
    } catch (IllegalArgumentException e) {
      show(model.recipe().get().plan());
    }
  }

  private PlanPacing pacing() {
    double share = start.getValue() / PERCENT;
    return switch (way.value().get()) {
      case EVERYTHING -> new PlanPacing.Everything();
      case STEPS -> new PlanPacing.Steps(share, growth.getValue() / PERCENT, every.getValue());
      case LINEAR -> new PlanPacing.Linear(share, until.getValue());
      case ROOT -> new PlanPacing.Root(share, until.getValue());
    };
  }

  private void show(CurriculumPlan plan) {
    showing = true;
    way.value().set(Way.of(plan.pacing()));
    switch (plan.pacing()) {
      case PlanPacing.Everything _ -> {}
      case PlanPacing.Steps it -> {
        put(start, it.start());
        put(growth, it.growth());
        every.getValueFactory().setValue(it.everyEpochs());
      }
      case PlanPacing.Linear it -> reach(it.start(), it.epochs());
      case PlanPacing.Root it -> reach(it.start(), it.epochs());
    }
    boolean possible = model.measurable().get() || plan.pacing().usesDifficulty();
    way.setDisable(!possible);
    words.setText(possible ? words(plan) : TEXTS.get("pacing.impossible"));
    showing = false;
  }

  private void reach(double share, int epochs) {
    put(start, share);
    until.getValueFactory().setValue(epochs);
  }

  private static void put(Spinner<Integer> spinner, double share) {
    spinner.getValueFactory().setValue((int) Math.round(PERCENT * share));
  }

  /** The way in a sentence, and what is open when. */
  private static String words(CurriculumPlan plan) {
    String about = Way.of(plan.pacing()).about;
    if (!plan.pacing().usesDifficulty()) {
      return about;
    }
    int all = 1;
    while (all <= plan.epochs() && plan.pacing().share(all) < 1 - ROUNDING) {
      all++;
    }
    int middle = Math.max(2, (1 + all) / 2);
    String first = percent(plan, 1);
    String then = percent(plan, middle);
    return all > plan.epochs()
        ? TEXTS.get("pacing.partly", about, first, then, middle, percent(plan, plan.epochs()))
        : TEXTS.get("pacing.whole", about, first, then, middle, all);
  }

  private static String percent(CurriculumPlan plan, int epoch) {
    return "%.0f".formatted(PERCENT * plan.pacing().share(epoch));
  }
}
