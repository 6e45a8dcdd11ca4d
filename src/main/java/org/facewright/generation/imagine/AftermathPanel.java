package org.facewright.generation.imagine;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.facewright.ui.form.Explained;
import org.facewright.ui.text.Texts;

/** What follows: so many variants of each reference, queued when the references are there. */
final class AftermathPanel {
  private static final Texts TEXTS = Texts.of(AftermathPanel.class);
  private final ImagineModel model;
  private final CheckBox on = new CheckBox(TEXTS.get("grow"));
  private final Spinner<Integer> variants = new Spinner<>(1, 10_000, GrowWish.USUAL);
  private final Label words = GatesPanel.caption("");

  AftermathPanel(ImagineModel model) {
    this.model = model;
  }

  Node view() {
    on.setId("imagine-grow");
    variants.setId("imagine-variants");
    variants.setEditable(true);
    variants.setPrefWidth(96);
    variants.setAccessibleText(TEXTS.get("grow.spoken"));
    words.setId("imagine-no-grow");
    Explained.with(on, TEXTS.get("grow.tip"));
    on.selectedProperty()
        .addListener(
            (value, was, now) -> model.change(form -> form.withGrowing(now, form.variants())));
    variants
        .valueProperty()
        .addListener(
            (value, was, now) -> {
              if (now != null) {
                model.change(form -> form.withGrowing(form.grow(), now));
              }
            });
    model.form().subscribe(now -> show(now, model.tools().get()));
    model.tools().subscribe(now -> show(model.form().get(), now));
    HBox line = new HBox(8, on, variants, new Label(TEXTS.get("grow.variants")));
    line.setAlignment(Pos.CENTER_LEFT);
    return new VBox(4, line, words);
  }

  private void show(ImagineForm form, AtHand tools) {
    boolean possible = tools.expander().ready();
    on.setDisable(!possible);
    variants.setDisable(!possible || !form.grow());
    on.setSelected(form.grow());
    if (form.variants() != variants.getValue()) {
      variants.getValueFactory().setValue(form.variants());
    }
    words.setText(
        possible
            ? form.grow() ? TEXTS.get("grow.by", tools.expander().name()) : ""
            : tools.expander().problem());
  }
}
