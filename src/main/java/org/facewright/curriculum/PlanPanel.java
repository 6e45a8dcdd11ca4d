package org.facewright.curriculum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.facewright.project.release.CurriculumPlan;
import org.facewright.project.release.PlanStage;
import org.facewright.project.release.ReleaseRecipe;
import org.facewright.project.release.SourcePart;
import org.facewright.ui.chart.StageBands;
import org.facewright.ui.form.Explained;
import org.facewright.ui.text.Texts;

/** The plan: sources as bands over epochs, to be dragged. */
final class PlanPanel implements StageBands.Edits {
  private static final Texts TEXTS = Texts.of(PlanPanel.class);
  private static final double PERCENT = 100;

  private final CurriculumModel model;
  private final StageBands bands = new StageBands();
  private final Spinner<Integer> epochs = new Spinner<>(1, 1000, CurriculumPlan.EPOCHS, 1);
  private final CheckBox ordered = new CheckBox(TEXTS.get("plan.ordered"));
  private boolean showing = true;

  PlanPanel(CurriculumModel model) {
    this.model = model;
    bands.setId("curriculum-bands");
    bands.onEdit(this);
    epochs.setId("curriculum-epochs");
    epochs.setEditable(true);
    epochs.setPrefWidth(96);
    ordered.setId("curriculum-ordered");
    epochs.valueProperty().subscribe(this::length);
    ordered
        .selectedProperty()
        .subscribe(
            now -> {
              if (!showing) {
                model.editPlan(plan -> PlanEdits.inOrder(plan, bands.chosenStage(), now));
              }
            });
    showing = false;
  }

  private void length(Integer now) {
    if (!showing && now != null) {
      model.edit(recipe -> Recipes.withPlan(recipe, recipe.plan().over(now)));
    }
  }

  Node view() {
    Label title = Explained.with(new Label(TEXTS.get("plan")), TEXTS.get("plan.tip"));
    title.getStyleClass().add("fw-heading");
    Label length = new Label(TEXTS.get("plan.epochs"));
    length.setLabelFor(epochs);
    HBox bar = new HBox(12, title, new HBox(), length, epochs, ordered);
    HBox.setHgrow(bar.getChildren().get(1), javafx.scene.layout.Priority.ALWAYS);
    bar.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    model.recipe().subscribe(this::show);
    model.composed().subscribe(() -> show(model.recipe().get()));
    VBox box = new VBox(8, bar, bands, new PacingPanel(model).view());
    box.getStyleClass().add("fw-card");
    return box;
  }

  private void show(ReleaseRecipe recipe) {
    showing = true;
    List<String> sources = sources(recipe);
    Map<String, Double> natural = model.shares();
    List<StageBands.Stage> shown = new ArrayList<>();
    for (PlanStage stage : recipe.plan().stages()) {
      shown.add(
          new StageBands.Stage(stage.fromEpoch(), caption(stage), shares(stage, sources, natural)));
    }
    bands.show(sources, shown, recipe.plan().epochs());
    epochs.getValueFactory().setValue(recipe.plan().epochs());
    chosen(bands.chosenStage());
    showing = false;
  }

  private static List<String> sources(ReleaseRecipe recipe) {
    return recipe.parts().stream().map(SourcePart::name).toList();
  }

  private static List<Double> shares(
      PlanStage stage, List<String> sources, Map<String, Double> natural) {
    Map<String, Double> weights = stage.mix().isEmpty() ? natural : stage.mix();
    double all = sources.stream().mapToDouble(name -> weights.getOrDefault(name, 0.0)).sum();
    return sources.stream()
        .map(name -> all == 0 ? 0 : weights.getOrDefault(name, 0.0) / all)
        .toList();
  }

  private static String caption(PlanStage stage) {
    boolean first = stage.lastSourceFirst();
    if (!stage.usesDifficulty()) {
      return first ? TEXTS.get("stage.all.ordered") : TEXTS.get("stage.all");
    }
    String from = "%.0f".formatted(PERCENT * stage.easiest());
    String to = "%.0f".formatted(PERCENT * stage.hardest());
    return first ? TEXTS.get("stage.range.ordered", from, to) : TEXTS.get("stage.range", from, to);
  }

  private String source(int row) {
    return sources(model.recipe().get()).get(row);
  }

  @Override
  public void start(int stage, int epoch) {
    model.editPlan(plan -> PlanEdits.start(plan, stage, epoch));
  }

  @Override
  public void swap(int stage, int by) {
    model.editPlan(plan -> PlanEdits.swap(plan, stage, by));
  }

  @Override
  public void toggle(int stage, int row) {
    model.editPlan(plan -> PlanEdits.toggle(plan, stage, source(row), model.shares()));
  }

  @Override
  public void weigh(int stage, int row, double factor) {
    model.editPlan(plan -> PlanEdits.weigh(plan, stage, source(row), factor, model.shares()));
  }

  @Override
  public void split(int stage) {
    model.editPlan(plan -> PlanEdits.split(plan, stage));
  }

  @Override
  public void merge(int stage) {
    model.editPlan(plan -> PlanEdits.merge(plan, stage));
  }

  @Override
  public void chosen(int stage) {
    boolean before = showing;
    showing = true;
    List<PlanStage> stages = model.recipe().get().plan().stages();
    ordered.setSelected(stages.get(Math.min(stage, stages.size() - 1)).lastSourceFirst());
    showing = before;
  }

  /** The stage in question. */
  int stage() {
    return bands.chosenStage();
  }
}
