package org.facewright.clustering;

import java.util.List;
import java.util.function.DoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.facewright.ui.form.BandSlider;
import org.facewright.ui.form.Explained;
import org.facewright.ui.form.ValueSlider;

/** The rule and its sliders; those that a rule does not know are not shown. */
final class TuningPanel {
  private final ClustersModel model;
  private final ValueSlider similarity = new ValueSlider("similarity", -.2, 1, .35, 3);
  private final ValueSlider minSamples = new ValueSlider("minimum samples", 1, 10, 2, 0);
  private final BandSlider band =
      new BandSlider("keep band", 0, 100, new BandSlider.Band(50, 80), 0, "%");
  private final ValueSlider askBand = new ValueSlider("ask below", 0, .3, .05, 3);
  private final ValueSlider risk = new ValueSlider("risk", 0, 20, 2, 1);
  private final Label sentence = new Label();

  TuningPanel(ClustersModel model) {
    this.model = model;
  }

  Node view() {
    sentence.getStyleClass().add("fw-muted");
    Node similar =
        control(
            "Similarity",
            "Cosine similarity from which two images count as the same person. Higher finds more"
                + " wrong images and loses more good ones.",
            similarity,
            320);
    Node samples =
        control(
            "Minimum samples",
            "Neighbours, itself included, that make a core image. More cuts thin chains.",
            minSamples,
            200);
    Node keep =
        control(
            "Keep band",
            "The threshold moves until the largest cluster holds a share of the identity within"
                + " this band.",
            band,
            280);
    Node ask =
        control(
            "Ask below",
            "Images that would join at a threshold lower by up to this are asked about instead of"
                + " rejected.",
            askBand,
            240);
    Node mistakes =
        control(
            "Risk, per cent",
            "Chance of a mistake that is taken unasked. Lower asks about more images.",
            risk,
            280);
    id(similarity, "clusters-similarity");
    id(minSamples, "clusters-min-samples");
    id(band, "clusters-band");
    id(askBand, "clusters-ask");
    id(risk, "clusters-risk");
    bind(similarity, v -> model.tuning().get().withSimilarity(v));
    bind(minSamples, v -> model.tuning().get().withMinSamples((int) v));
    bind(askBand, v -> model.tuning().get().withAskBand(v));
    bind(risk, v -> model.tuning().get().withRisk(Math.rint(v * 10) / 1000));
    band.band()
        .subscribe(now -> set(model.tuning().get().withBand(now.low() / 100, now.high() / 100)));
    FlowPane sliders = new FlowPane(32, 8, similar, samples, keep, ask, mistakes);
    sliders.setAlignment(Pos.BOTTOM_LEFT);
    model
        .tuning()
        .subscribe(
            now -> {
              show(now);
              Rule rule = now.rule();
              visible(similar, rule.cuts());
              visible(samples, rule == Rule.PAPER || rule == Rule.FIXED);
              visible(keep, rule == Rule.PAPER);
              visible(ask, rule == Rule.FIXED);
              visible(mistakes, rule == Rule.DEFAULT);
            });
    HBox top = new HBox(16, rules(), sentence);
    top.setAlignment(Pos.CENTER_LEFT);
    return new VBox(16, top, sliders);
  }

  private static void id(Node node, String id) {
    node.setId(id);
  }

  private static void visible(Node node, boolean now) {
    node.setVisible(now);
    node.setManaged(now);
  }

  private void show(Tuning now) {
    similarity.value().set(now.similarity());
    minSamples.value().set(now.minSamples());
    askBand.value().set(now.askBand());
    risk.value().set(Math.rint(now.risk() * 1000) / 10);
    band.set(new BandSlider.Band(now.leastShare() * 100, now.mostShare() * 100));
    sentence.setText(now.rule().sentence());
  }

  private void bind(ValueSlider slider, DoubleFunction<Tuning> changed) {
    slider.value().addListener((value, before, now) -> set(changed.apply(now.doubleValue())));
  }

  /** The slider that shows a value must not set it again. */
  private void set(Tuning wanted) {
    if (!wanted.equals(model.tuning().get())) {
      model.tuning().set(wanted);
    }
  }

  private SegmentedButton rules() {
    List<ToggleButton> buttons = java.util.Arrays.stream(Rule.values()).map(this::rule).toList();
    SegmentedButton rules = new SegmentedButton(buttons.toArray(ToggleButton[]::new));
    rules.setId("clusters-rule");
    rules.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    model
        .tuning()
        .subscribe(
            now ->
                buttons.forEach(button -> button.setSelected(button.getUserData() == now.rule())));
    return rules;
  }

  private ToggleButton rule(Rule rule) {
    ToggleButton button = new ToggleButton(rule.label());
    button.setUserData(rule);
    button.setOnAction(
        event -> {
          // Exactly one is always taken.
          button.setSelected(true);
          model.choose(rule);
        });
    return Explained.with(button, rule.sentence());
  }

  private static Node control(
      String name, String sentence, javafx.scene.layout.Region slider, double width) {
    Label label = Explained.with(new Label(name), sentence);
    label.getStyleClass().add("fw-caption");
    label.setLabelFor(slider);
    slider.setPrefWidth(width);
    return new VBox(2, label, slider);
  }
}
