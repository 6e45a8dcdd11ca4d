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

/** What a picture must pass to become a person: gates by name, each with its limits. */
final class GatesPanel {
  private final ImagineModel model;
  private boolean showing;

  GatesPanel(ImagineModel model) {
    this.model = model;
  }

  Node view() {
    Label title = new Label("What a reference must be");
    title.getStyleClass().add("fw-heading");
    Label always = caption("Exactly one face, always. What does not pass is drawn again.");
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
    CheckBox on = gate("Pose", "Heads that are turned further than this are refused.");
    on.setId("imagine-gate-pose");
    Form form =
        new Form()
            .row(
                "Yaw",
                "Degrees that a head may be turned to either side.",
                slider(
                    "yaw",
                    90,
                    0,
                    ReferenceGates::yaw,
                    (gates, now) -> gates.withPose(now, gates.pitch(), gates.roll())))
            .row(
                "Pitch",
                "Degrees that it may look up or down.",
                slider(
                    "pitch",
                    90,
                    0,
                    ReferenceGates::pitch,
                    (gates, now) -> gates.withPose(gates.yaw(), now, gates.roll())))
            .row(
                "Roll",
                "Degrees that it may lean.",
                slider(
                    "roll",
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
    CheckBox on =
        gate(
            "Quality",
            "Faces that are doubtful, small, blurred or washed out are refused. No face-quality"
                + " network is at hand: these four measures stand in for it.");
    on.setId("imagine-gate-quality");
    Form form =
        new Form()
            .row(
                "Sure",
                "Score of the face detector, 0 to 1, that must be reached.",
                slider(
                    "score",
                    1,
                    2,
                    ReferenceGates::score,
                    (g, now) -> g.withQuality(now, g.side(), g.sharpness(), g.clipped())))
            .row(
                "Pixels",
                "Pixels that the face's box must have on its shorter side.",
                slider(
                    "side",
                    512,
                    0,
                    ReferenceGates::side,
                    (g, now) -> g.withQuality(g.score(), now, g.sharpness(), g.clipped())))
            .row(
                "Sharpness",
                "Variance of the Laplacian over the aligned face that must be reached.",
                slider(
                    "sharpness",
                    500,
                    0,
                    ReferenceGates::sharpness,
                    (g, now) -> g.withQuality(g.score(), g.side(), now, g.clipped())))
            .row(
                "Clipped",
                "Share of the aligned face that may be as dark or as bright as can be.",
                slider(
                    "clipped",
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
                "Separation",
                "Cosine to everybody of this project that a newcomer must stay below; 1 lets"
                    + " look-alikes pass.",
                slider(
                    "separation",
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
      double most,
      int decimals,
      ToDoubleFunction<ReferenceGates> is,
      BiFunction<ReferenceGates, Double, ReferenceGates> change) {
    double usual = is.applyAsDouble(ReferenceGates.DEFAULT);
    ValueSlider slider = new ValueSlider(id, 0, most, usual, decimals);
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
