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
import org.facewright.ui.text.Texts;

/** The rule and its sliders; those that a rule does not know are not shown. */
final class TuningPanel {
  private static final Texts TEXTS = Texts.of(TuningPanel.class);
  private final ClustersModel model;
  private final ValueSlider similarity =
      new ValueSlider(TEXTS.get("similarity.spoken"), -.2, 1, .35, 3);
  private final ValueSlider minSamples = new ValueSlider(TEXTS.get("samples.spoken"), 1, 10, 2, 0);
  private final BandSlider band =
      new BandSlider(
          TEXTS.get("band.spoken"), 0, 100, new BandSlider.Band(50, 80), 0, TEXTS.get("band.unit"));
  private final ValueSlider askBand = new ValueSlider(TEXTS.get("ask.spoken"), 0, .3, .05, 3);
  private final ValueSlider risk = new ValueSlider(TEXTS.get("risk.spoken"), 0, 20, 2, 1);
  private final Label sentence = new Label();

  TuningPanel(ClustersModel model) {
    this.model = model;
  }

  Node view() {
    sentence.getStyleClass().add("fw-muted");
    Node similar = control(TEXTS.get("similarity"), TEXTS.get("similarity.tip"), similarity, 320);
    Node samples = control(TEXTS.get("samples"), TEXTS.get("samples.tip"), minSamples, 200);
    Node keep = control(TEXTS.get("band"), TEXTS.get("band.tip"), band, 280);
    Node ask = control(TEXTS.get("ask"), TEXTS.get("ask.tip"), askBand, 240);
    Node mistakes = control(TEXTS.get("risk"), TEXTS.get("risk.tip"), risk, 280);
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
    sentence.setText(about(now.rule()));
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
    ToggleButton button = new ToggleButton(name(rule));
    button.setUserData(rule);
    button.setOnAction(
        event -> {
          // Exactly one is always taken.
          button.setSelected(true);
          model.choose(rule);
        });
    return Explained.with(button, about(rule));
  }

  private static String name(Rule rule) {
    return switch (rule) {
      case DEFAULT -> TEXTS.get("rule.default");
      case PAPER -> TEXTS.get("rule.paper");
      case FIXED -> TEXTS.get("rule.fixed");
      case GREEDY -> TEXTS.get("rule.greedy");
    };
  }

  /** What a rule does, in one sentence. */
  private static String about(Rule rule) {
    return switch (rule) {
      case DEFAULT -> TEXTS.get("rule.default.about");
      case PAPER -> TEXTS.get("rule.paper.about");
      case FIXED -> TEXTS.get("rule.fixed.about");
      case GREEDY -> TEXTS.get("rule.greedy.about");
    };
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
