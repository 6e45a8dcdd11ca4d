package org.facewright.curriculum;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.facewright.project.release.CurriculumPlan;
import org.facewright.project.release.DifficultyMeasure;
import org.facewright.project.release.PlanStage;
import org.facewright.ui.chart.Bins;
import org.facewright.ui.chart.CutHistogram;
import org.facewright.ui.form.Explained;
import org.facewright.ui.form.Segments;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.Thumbnails;

/** How hard the images are, the lines that cut them into stages, and faces at each difficulty. */
final class DifficultyPanel {
  private static final Texts TEXTS = Texts.of(DifficultyPanel.class);
  private static final int BINS = 84;

  /** A line: which stage it bounds, and at which end. */
  private record Cut(int stage, boolean upper, double rank) {}

  private final CurriculumModel model;
  private final CutHistogram histogram = new CutHistogram();
  private final FaceStripPanel faces;
  private final Label none = new Label();
  private final Segments<DifficultyMeasure> measure =
      new Segments<>(
          List.of(DifficultyMeasure.SPREAD, DifficultyMeasure.MARGIN),
          DifficultyMeasure.SPREAD,
          one ->
              one == DifficultyMeasure.SPREAD
                  ? TEXTS.get("difficulty.spread")
                  : TEXTS.get("difficulty.margin"));
  private DifficultyProfile profile = DifficultyProfile.of(List.of());
  private List<Cut> cuts = List.of();
  private boolean showing;

  DifficultyPanel(CurriculumModel model, Thumbnails<Long> thumbnails, LongConsumer open) {
    this.model = model;
    faces = new FaceStripPanel(thumbnails, open);
    histogram.setId("curriculum-difficulty");
    histogram.onMoved(this::moved);
    measure.setId("curriculum-measure");
    measure.value().subscribe(this::measured);
    none.setWrapText(true);
    none.getStyleClass().add("fw-muted");
  }

  private void measured(DifficultyMeasure now) {
    if (!showing && model.recipe().get().difficulty() != DifficultyMeasure.NONE) {
      model.edit(recipe -> recipe.withDifficulty(now, recipe.model()));
    }
  }

  Node view() {
    Label title = Explained.with(new Label(TEXTS.get("difficulty")), TEXTS.get("difficulty.tip"));
    title.getStyleClass().add("fw-heading");
    HBox gap = new HBox();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox bar = new HBox(12, title, gap, measure);
    bar.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    model.composed().subscribe(this::show);
    model.recipe().subscribe(this::lines);
    VBox chart = new VBox(4, histogram, faces);
    chart.visibleProperty().bind(none.visibleProperty().not());
    VBox box = new VBox(8, bar, new StackPane(chart, none));
    box.getStyleClass().add("fw-card");
    return box;
  }

  private void show() {
    profile = model.profile();
    none.setText(TEXTS.get("difficulty.none"));
    none.setVisible(profile.empty());
    faces.show(profile);
    lines();
  }

  private void lines() {
    showing = true;
    DifficultyMeasure now = model.recipe().get().difficulty();
    if (now != DifficultyMeasure.NONE) {
      measure.value().set(now);
    }
    cuts = cuts(model.recipe().get().plan());
    Bins bins =
        Bins.of(
            TEXTS.get("difficulty.images"), profile.values(), profile.low(), profile.high(), BINS);
    histogram.show(
        bins,
        cuts.stream()
            .map(cut -> Math.clamp(profile.value(cut.rank()), profile.low(), profile.high()))
            .toList(),
        cuts.stream().map(DifficultyPanel::name).toList());
    showing = false;
  }

  private static String name(Cut cut) {
    return cut.upper()
        ? TEXTS.get("difficulty.upper", cut.stage() + 1)
        : TEXTS.get("difficulty.lower", cut.stage() + 1);
  }

  private static List<Cut> cuts(CurriculumPlan plan) {
    List<Cut> cuts = new ArrayList<>();
    for (int i = 0; i < plan.stages().size(); i++) {
      PlanStage stage = plan.stages().get(i);
      if (stage.easiest() > 0) {
        cuts.add(new Cut(i, false, stage.easiest()));
      }
      if (stage.hardest() < 1) {
        cuts.add(new Cut(i, true, stage.hardest()));
      }
    }
    cuts.sort(java.util.Comparator.comparingDouble(Cut::rank));
    return cuts;
  }

  private void moved(int which, double value) {
    Cut cut = cuts.get(which);
    double rank = value >= profile.high() ? 1 : profile.rank(value);
    model.editPlan(
        plan ->
            cut.upper()
                ? PlanEdits.hardest(plan, cut.stage(), rank)
                : PlanEdits.easiest(plan, cut.stage(), rank));
  }
}
