package org.facewright.clustering;

import java.util.Arrays;
import java.util.function.Consumer;
import org.facewright.ui.chart.Bins;
import org.facewright.ui.chart.ChartExport;
import org.facewright.ui.chart.HistogramChart;
import org.facewright.ui.text.Texts;

/** How alike images of one identity are, and images of different ones, with the cut between. */
final class PairsPanel {
  private static final Texts TEXTS = Texts.of(PairsPanel.class);
  private static final int BINS = 200;

  private final ClustersModel model;
  private final HistogramChart chart = new HistogramChart();
  private final ChartExport export;

  /**
   * @param problem hears why a chart could not be exported
   */
  PairsPanel(ClustersModel model, Consumer<String> problem) {
    this.model = model;
    export = new ChartExport(problem);
  }

  HistogramChart view() {
    chart.setId("clusters-histogram");
    chart.setMinHeight(160);
    chart.setPrefHeight(220);
    export.offer(chart);
    // A drag of the line is a cut by hand: under our own rule, which has none, it takes the fixed.
    model.tuning().subscribe(now -> chart.threshold().set(now.similarity()));
    chart.threshold().addListener((line, before, now) -> moved(now.doubleValue()));
    return chart;
  }

  private void moved(double value) {
    Tuning now = model.tuning().get();
    if (now.similarity() == value) {
      return;
    }
    if (!now.rule().cuts()) {
      model.choose(Rule.FIXED);
    }
    model.tuning().set(model.tuning().get().withSimilarity(Math.rint(value * 1000) / 1000));
  }

  void show(TuningBench bench) {
    chart.show(
        bins(TEXTS.get("genuine"), bench.within()), bins(TEXTS.get("impostor"), bench.across()));
  }

  /** The part of the axis where pairs are: most of what lies below 0 is empty. */
  private static Bins bins(String name, SimilarityHistogram pairs) {
    long[] all = pairs.counts(BINS);
    int from = BINS * 2 / 5;
    long[] some = Arrays.copyOfRange(all, from, BINS);
    for (int i = 0; i < from; i++) {
      some[0] += all[i];
    }
    return new Bins(name, -1 + 2.0 * from / BINS, 1, some);
  }
}
