package org.facewright.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.facewright.training.run.RunStatus;
import org.facewright.ui.chart.ChartExport;
import org.facewright.ui.chart.Curve;
import org.facewright.ui.chart.CurveBand;
import org.facewright.ui.chart.CurveChart;
import org.facewright.ui.chart.Ink;
import org.facewright.ui.form.Explained;
import org.facewright.ui.form.ValueSlider;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;

/** How the chosen runs learn: four curves over the same steps, and how far the first one is. */
final class TrainingCurvesPanel {
  private static final Texts TEXTS = Texts.of(TrainingCurvesPanel.class);
  private static final double LOW = 96;
  private static final double PERCENT = 100;
  private static final double SMOOTH = 0.8;
  private static final double MOST_SMOOTH = 0.99;
  private static final int FIRST_BAND = 2;

  private final TrainingModel model;
  private final CurveChart loss = chart(TEXTS.get("loss"));
  private final CurveChart accuracy = chart(TEXTS.get("accuracy"));
  private final CurveChart rate = chart(TEXTS.get("rate"));
  private final CurveChart heldOut = chart(TEXTS.get("held.out"));
  private final ValueSlider smoothing =
      new ValueSlider(TEXTS.get("smoothing"), 0, MOST_SMOOTH, SMOOTH, 2);
  private final Label told = new Label();

  TrainingCurvesPanel(TrainingModel model, Consumer<String> problem) {
    this.model = model;
    ChartExport export = new ChartExport(problem);
    charts().forEach(export::offer);
    loss.setId("training-loss");
    accuracy.setId("training-accuracy");
    rate.setId("training-rate");
    heldOut.setId("training-held-out");
    loss.smoothing().bind(smoothing.value());
    accuracy.smoothing().bind(smoothing.value());
    charts().stream().skip(1).forEach(chart -> chart.cursor().bindBidirectional(loss.cursor()));
  }

  private static CurveChart chart(String name) {
    CurveChart chart = new CurveChart(name);
    chart.setMinHeight(LOW);
    VBox.setVgrow(chart, Priority.ALWAYS);
    return chart;
  }

  private List<CurveChart> charts() {
    return List.of(loss, accuracy, heldOut, rate);
  }

  Node view(Node tools) {
    told.setId("training-told");
    told.getStyleClass().add("fw-muted");
    told.setMinWidth(0);
    told.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(told, Priority.ALWAYS);
    smoothing.slider().setPrefWidth(112);
    smoothing.setId("training-smoothing");
    Label name = Explained.with(new Label(TEXTS.get("smoothing")), TEXTS.get("smoothing.tip"));
    name.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    HBox head = new HBox(12, tools, told, name, smoothing);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox view = new VBox(8, head);
    view.getChildren().addAll(charts());
    model.curves().subscribe(this::draw);
    model.shown().subscribe(now -> told.setText(now.map(TrainingCurvesPanel::words).orElse("")));
    return view;
  }

  private void draw(List<RunCurves> runs) {
    List<CurveBand> bands = runs.isEmpty() ? List.of() : bands(runs.getFirst());
    loss.show(curves(runs, RunCurves::steps, RunCurves::loss, 1), bands);
    accuracy.show(curves(runs, RunCurves::steps, RunCurves::accuracy, PERCENT), bands);
    rate.show(curves(runs, RunCurves::steps, RunCurves::rate, 1), bands);
    heldOut.show(curves(runs, RunCurves::verifiedAt, RunCurves::heldOut, PERCENT), bands);
  }

  private static List<CurveBand> bands(RunCurves run) {
    List<CurveBand> bands = new ArrayList<>();
    for (RunCurves.Stretch stage : run.stages()) {
      bands.add(
          new CurveBand(
              stage.name(), stage.from(), stage.to(), Ink.series(FIRST_BAND + bands.size())));
    }
    return bands;
  }

  private static List<Curve> curves(
      List<RunCurves> runs,
      Function<RunCurves, double[]> x,
      Function<RunCurves, double[]> y,
      double times) {
    List<Curve> curves = new ArrayList<>();
    for (RunCurves run : runs) {
      boolean first = curves.isEmpty();
      curves.add(
          new Curve(
              run.name(),
              x.apply(run),
              times(y.apply(run), times),
              first ? Ink.ACCENT : Ink.series(curves.size()),
              !first));
    }
    return curves;
  }

  private static double[] times(double[] values, double factor) {
    double[] product = values.clone();
    for (int i = 0; i < product.length; i++) {
      product[i] *= factor;
    }
    return product;
  }

  private static String words(RunRow row) {
    List<String> parts = new ArrayList<>(List.of(row.name(), TrainingModel.word(row.state())));
    RunStatus status = row.status();
    if (status != null) {
      parts.add(TEXTS.get("told.step", status.step(), status.steps()));
      parts.add(TEXTS.get("told.pace", "%,.0f".formatted(status.imagesPerSecond())));
      if (status.memory() > 0 && row.active()) {
        parts.add(TEXTS.get("told.memory", "%.1f".formatted(status.memory() / 1e9)));
      }
      if (row.state() == RunRow.State.TRAINING && row.secondsLeft() > 0) {
        parts.add(left(row.secondsLeft()));
      }
    }
    String why = status == null ? row.problem() : status.message();
    if (why.isEmpty() && row.canGoOn() && row.job() != null && row.job().message() != null) {
      why = row.job().message();
    }
    if (!why.isEmpty()) {
      parts.add(Told.words(why));
    }
    return String.join(" · ", parts);
  }

  /** Rounded so that it does not flicker. */
  private static String left(double seconds) {
    if (seconds < 60) {
      return TEXTS.get("left.seconds", "%.0f".formatted(Math.ceil(seconds)));
    }
    if (seconds < 5400) {
      return TEXTS.get("left.minutes", "%.0f".formatted(Math.ceil(seconds / 60)));
    }
    return TEXTS.get("left.hours", "%.1f".formatted(seconds / 3600));
  }
}
