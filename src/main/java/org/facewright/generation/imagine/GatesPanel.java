package org.facewright.generation.imagine;

import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.facewright.ui.form.Explained;
import org.facewright.ui.form.Form;
import org.facewright.ui.form.ValueSlider;
import org.facewright.ui.text.Texts;

/** What a picture must pass to become a person: gates by name, each with its limits. */
final class GatesPanel {
  private static final Texts TEXTS = Texts.of(GatesPanel.class);
  private final ImagineModel model;
  private boolean showing;

  GatesPanel(ImagineModel model) {
    this.model = model;
  }

  Node view() {
    Label title = new Label(TEXTS.get("gates"));
    title.getStyleClass().add("fw-heading");
    Label always = caption(TEXTS.get("gates.always"));
    VBox box =
        new VBox(
            12, title, always, pose(), quality(), separation(), new GalleryGatePanel(model).view());
    box.getStyleClass().add("fw-card");
    return box;
  }

  static Label caption(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add("fw-caption");
    label.managedProperty().bind(label.textProperty().isNotEmpty());
    return label;
  }

  private Node pose() {
    CheckBox on = gate(TEXTS.get("pose"), TEXTS.get("pose.tip"));
    on.setId("imagine-gate-pose");
    Form form =
        new Form()
            .row(
                TEXTS.get("yaw"),
                TEXTS.get("yaw.tip"),
                slider(
                    "yaw",
                    TEXTS.get("yaw.spoken"),
                    90,
                    0,
                    ReferenceGates::yaw,
                    (gates, now) -> gates.withPose(now, gates.pitch(), gates.roll())))
            .row(
                TEXTS.get("pitch"),
                TEXTS.get("pitch.tip"),
                slider(
                    "pitch",
                    TEXTS.get("pitch.spoken"),
                    90,
                    0,
                    ReferenceGates::pitch,
                    (gates, now) -> gates.withPose(gates.yaw(), now, gates.roll())))
            .row(
                TEXTS.get("roll"),
                TEXTS.get("roll.tip"),
                slider(
                    "roll",
                    TEXTS.get("roll.spoken"),
                    90,
                    0,
                    ReferenceGates::roll,
                    (gates, now) -> gates.withPose(gates.yaw(), gates.pitch(), now)));
    Label why = caption("");
    why.setId("imagine-no-pose");
    model
        .tools()
        .subscribe(
            now -> {
              why.setText(now.noPose());
              on.setDisable(!now.noPose().isEmpty());
              form.setDisable(!now.noPose().isEmpty());
            });
    follow(on, GateForm::pose, GateForm::withPose, form);
    return new VBox(6, on, why, form);
  }

  private Node quality() {
    CheckBox on = gate(TEXTS.get("quality"), TEXTS.get("quality.tip"));
    on.setId("imagine-gate-quality");
    Form form =
        new Form()
            .row(
                TEXTS.get("score"),
                TEXTS.get("score.tip"),
                slider(
                    "score",
                    TEXTS.get("score.spoken"),
                    1,
                    2,
                    ReferenceGates::score,
                    (g, now) -> g.withQuality(now, g.side(), g.sharpness(), g.clipped())))
            .row(
                TEXTS.get("pixels"),
                TEXTS.get("pixels.tip"),
                slider(
                    "side",
                    TEXTS.get("pixels.spoken"),
                    512,
                    0,
                    ReferenceGates::side,
                    (g, now) -> g.withQuality(g.score(), now, g.sharpness(), g.clipped())))
            .row(
                TEXTS.get("sharpness"),
                TEXTS.get("sharpness.tip"),
                slider(
                    "sharpness",
                    TEXTS.get("sharpness.spoken"),
                    500,
                    0,
                    ReferenceGates::sharpness,
                    (g, now) -> g.withQuality(g.score(), g.side(), now, g.clipped())))
            .row(
                TEXTS.get("clipped"),
                TEXTS.get("clipped.tip"),
                slider(
                    "clipped",
                    TEXTS.get("clipped.spoken"),
                    1,
                    2,
                    ReferenceGates::clipped,
                    (g, now) -> g.withQuality(g.score(), g.side(), g.sharpness(), now)));
    follow(on, GateForm::quality, GateForm::withQuality, form);
    return new VBox(6, on, form);
  }

  private Node separation() {
    Form form =
        new Form()
            .row(
                TEXTS.get("separation"),
                TEXTS.get("separation.tip"),
                slider(
                    "separation",
                    TEXTS.get("gate.separation"),
                    1,
                    2,
                    ReferenceGates::separation,
                    (gates, now) -> gates.withSimilarities(now, gates.leakage())));
    return form;
  }

  private static CheckBox gate(String name, String sentence) {
    return Explained.with(new CheckBox(name), sentence);
  }

  private interface Turned {
    GateForm turned(GateForm form, boolean on);
  }

  private void follow(
      CheckBox box, java.util.function.Predicate<GateForm> is, Turned turn, Node limits) {
    limits.managedProperty().bind(limits.visibleProperty());
    limits.visibleProperty().bind(box.selectedProperty());
    model.form().subscribe(now -> box.setSelected(is.test(now.gates())));
    box.selectedProperty()
        .addListener(
            (value, was, now) ->
                model.change(form -> form.withGates(turn.turned(form.gates(), now))));
  }

  private ValueSlider slider(
      String id,
      String spoken,
      double most,
      int decimals,
      ToDoubleFunction<ReferenceGates> is,
      BiFunction<ReferenceGates, Double, ReferenceGates> change) {
    double usual = is.applyAsDouble(ReferenceGates.DEFAULT);
    ValueSlider slider = new ValueSlider(spoken, 0, most, usual, decimals);
    slider.setId("imagine-" + id);
    model
        .form()
        .subscribe(
            now -> {
              showing = true;
              slider.value().set(is.applyAsDouble(now.gates().limits()));
              showing = false;
            });
    slider
        .value()
        .addListener(
            (value, was, now) -> {
              if (!showing) {
                model.change(
                    form ->
                        form.withGates(
                            form.gates()
                                .withLimits(
                                    change.apply(form.gates().limits(), now.doubleValue()))));
              }
            });
    return slider;
  }
}
