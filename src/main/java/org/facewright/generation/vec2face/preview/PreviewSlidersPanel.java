package org.facewright.generation.vec2face.preview;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.facewright.ui.form.Form;
import org.facewright.ui.form.ValueSlider;

/** How the variants are drawn. */
final class PreviewSlidersPanel {
  private static final int FEWEST = 4;
  private static final int MOST = 36;

  private final PreviewModel model;
  private final ValueSlider sigma = new ValueSlider("Noise", 0, 1, PreviewForm.FIRST.sigma(), 2);
  private final ValueSlider mask =
      new ValueSlider("Mask rate", 0, 1, PreviewForm.FIRST.maskRate(), 2);
  private final ValueSlider count =
      new ValueSlider("Variants", FEWEST, MOST, PreviewForm.FIRST.count(), 0);
  private final ValueSlider alike =
      new ValueSlider("Least similarity", 0, 1, PreviewForm.FIRST.similarity(), 2);
  private final TextField seed = new TextField();
  private final CheckBox fixed = new CheckBox("same masks");

  PreviewSlidersPanel(PreviewModel model) {
    this.model = model;
  }

  Node view() {
    sigma.setId("vec2face-sigma");
    mask.setId("vec2face-mask");
    count.setId("vec2face-count");
    alike.setId("vec2face-similarity");
    seed.setId("vec2face-seed");
    seed.setPrefColumnCount(8);
    seed.setAccessibleText("Seed of the variants");
    sigma.value().addListener((v, was, now) -> model.change(f -> f.withSigma(now.doubleValue())));
    mask.value()
        .addListener(
            (v, was, now) -> model.change(f -> f.withMask(now.doubleValue(), f.fixedMasks())));
    count.value().addListener((v, was, now) -> model.change(f -> f.withCount(now.intValue())));
    alike
        .value()
        .addListener((v, was, now) -> model.change(f -> f.withSimilarity(now.doubleValue())));
    fixed
        .selectedProperty()
        .addListener((v, was, now) -> model.change(f -> f.withMask(f.maskRate(), now)));
    seed.setOnAction(event -> typed());
    model.form().subscribe(this::follow);
    HBox seeds = new HBox(12, seed, fixed);
    seeds.setAlignment(Pos.CENTER_LEFT);
    return new Form()
        .row(
            "Noise σ",
            "Normal noise added to every number of the vector; 0.3 to 0.7 as published.",
            sigma)
        .row("Seed", "The same seed gives the same variants. Enter draws them.", seeds)
        .row("Mask rate", "Share of the 49 picture tokens that the network has to make up.", mask)
        .row("Variants", "Faces in the grid.", count)
        .row(
            "Least alike",
            "Variants below this similarity to the reference are drawn again by jobs, and marked"
                + " here.",
            alike);
  }

  private void follow(PreviewForm form) {
    sigma.value().set(form.sigma());
    mask.value().set(form.maskRate());
    if (form.count() <= MOST) {
      count.value().set(form.count());
    }
    alike.value().set(form.similarity());
    fixed.setSelected(form.fixedMasks());
    seed.setText(Long.toString(form.seed()));
  }

  private void typed() {
    try {
      long typed = Long.parseLong(seed.getText().strip());
      model.change(form -> form.withSeed(typed));
    } catch (NumberFormatException e) {
      model.tell("\"" + seed.getText() + "\" is no seed: a seed is a whole number.");
      seed.setText(Long.toString(model.form().get().seed()));
    }
  }
}
