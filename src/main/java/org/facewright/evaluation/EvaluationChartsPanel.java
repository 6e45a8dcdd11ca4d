package org.facewright.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.facewright.ui.chart.Bins;
import org.facewright.ui.chart.ChartExport;
import org.facewright.ui.chart.Curve;
import org.facewright.ui.chart.CurveChart;
import org.facewright.ui.chart.HistogramChart;
import org.facewright.ui.chart.Ink;
import org.facewright.ui.text.Texts;

/** The chosen evaluation as pictures: its curve over the others', its similarities, its errors. */
final class EvaluationChartsPanel {
  private static final Texts TEXTS = Texts.of(EvaluationChartsPanel.class);
  private static final double WIDTH = 456;
  private static final double HEIGHT = 224;
  private static final int OTHERS = 4;

  /** The curve begins where a set of some thousand pairs can still tell. */
  private static final double LEAST_FAR = 1e-4;

  private final EvaluationModel model;
  private final CurveChart roc = new CurveChart(TEXTS.get("roc"));
  private final HistogramChart similarities = new HistogramChart();

  EvaluationChartsPanel(EvaluationModel model, Consumer<String> problem) {
    this.model = model;
    ChartExport export = new ChartExport(problem);
    export.offer(roc);
    export.offer(similarities);
    roc.setId("evaluation-roc");
    similarities.setId("evaluation-similarities");
    roc.setMinHeight(HEIGHT);
    similarities.setMinHeight(HEIGHT);
    model.shown().subscribe(now -> now.ifPresent(this::draw));
  }

  Node view() {
    Label over = new Label(TEXTS.get("similarities"));
    over.getStyleClass().add("fw-heading");
    VBox side = new VBox(12, roc, over, similarities, new WorstPairsPanel(model).view());
    side.setPadding(new Insets(4, 16, 16, 4));
    ScrollPane scroll = new ScrollPane(side);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setPrefWidth(WIDTH);
    scroll.setMinWidth(WIDTH);
    return scroll;
  }

  private void draw(Evaluation chosen) {
    List<Curve> curves = new ArrayList<>();
    curves.add(curve(chosen, Ink.ACCENT, false));
    model.evaluations().stream()
        .filter(other -> !other.id().equals(chosen.id()) && other.set().equals(chosen.set()))
        .limit(OTHERS)
        .forEach(other -> curves.add(curve(other, Ink.series(curves.size()), true)));
    roc.show(curves, List.of());
    similarities.show(
        new Bins(TEXTS.get("genuine"), -1, 1, chosen.genuine()),
        new Bins(TEXTS.get("impostor"), -1, 1, chosen.impostor()));
    similarities.threshold().set(chosen.threshold());
  }

  private static Curve curve(Evaluation of, Ink ink, boolean behind) {
    int points = 0;
    double[] x = new double[of.far().length];
    double[] y = new double[of.far().length];
    for (int i = 0; i < of.far().length; i++) {
      if (of.far()[i] >= LEAST_FAR) {
        x[points] = Math.log10(of.far()[i]);
        y[points++] = of.tar()[i];
      }
    }
    return new Curve(
        TEXTS.get("roc.curve", of.order().model(), of.set()),
        java.util.Arrays.copyOf(x, points),
        java.util.Arrays.copyOf(y, points),
        ink,
        behind);
  }
}
