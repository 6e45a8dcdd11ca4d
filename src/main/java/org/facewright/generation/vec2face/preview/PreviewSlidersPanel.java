package org.facewright.generation.vec2face.preview;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.facewright.ui.form.Form;
import org.facewright.ui.form.ValueSlider;
import org.facewright.ui.text.Texts;

/** How the variants are drawn. */
final class PreviewSlidersPanel {
  private static final Texts TEXTS = Texts.of(PreviewSlidersPanel.class);
  private static final int FEWEST = 4;
  private static final int MOST = 36;

  private final PreviewModel model;
  private final ValueSlider sigma =
      new ValueSlider(TEXTS.get("sigma.spoken"), 0, 1, PreviewForm.FIRST.sigma(), 2);
  private final ValueSlider mask =
      new ValueSlider(TEXTS.get("mask"), 0, 1, PreviewForm.FIRST.maskRate(), 2);
  private final ValueSlider count =
      new ValueSlider(TEXTS.get("count"), FEWEST, MOST, PreviewForm.FIRST.count(), 0);
  private final ValueSlider alike =
      new ValueSlider(TEXTS.get("alike.spoken"), 0, 1, PreviewForm.FIRST.similarity(), 2);
  private final TextField seed = new TextField();
  private final CheckBox fixed = new CheckBox(TEXTS.get("masks.same"));

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
    seed.setAccessibleText(TEXTS.get("seed.spoken"));
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
        .row(TEXTS.get("sigma"), TEXTS.get("sigma.tip"), sigma)
        .row(TEXTS.get("seed"), TEXTS.get("seed.tip"), seeds)
        .row(TEXTS.get("mask"), TEXTS.get("mask.tip"), mask)
        .row(TEXTS.get("count"), TEXTS.get("count.tip"), count)
        .row(TEXTS.get("alike"), TEXTS.get("alike.tip"), alike);
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
      model.tell(TEXTS.get("seed.wrong", seed.getText()));
      seed.setText(Long.toString(model.form().get().seed()));
    }
  }
}
