package org.facewright.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.facewright.ui.chart.ArmInterval;
import org.facewright.ui.chart.ChartExport;
import org.facewright.ui.chart.Curve;
import org.facewright.ui.chart.CurveChart;
import org.facewright.ui.chart.Ink;
import org.facewright.ui.chart.IntervalChart;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;

/** One experiment: arms with intervals, courses, a table, and what was and was not shown. */
final class FindingsPanel {
  private static final Texts TEXTS = Texts.of(FindingsPanel.class);
  private static final String SHOWN = "shown";
  private static final double CURVES = 220;
  private static final double ROW = 34;

  private final Label title = new Label();
  private final Label state = new Label();
  private final VBox intervals = new VBox(8);
  private final CurveChart curves = new CurveChart(TEXTS.get("curves"));
  private final TableView<String> arms = new TableView<>();
  private final VBox sentences = new VBox(4);
  private final ChartExport export;

  FindingsPanel(ExperimentsModel model, Consumer<String> problem) {
    export = new ChartExport(problem);
    export.offer(curves);
    title.getStyleClass().add("title-3");
    title.setId("experiment-title");
    state.getStyleClass().add("fw-muted");
    state.setWrapText(true);
    curves.setId("experiment-curves");
    curves.setMinHeight(CURVES);
    arms.setId("experiment-arms");
    intervals.setId("experiment-intervals");
    sentences.setId("experiment-sentences");
    model.shown().subscribe(this::show);
  }

  Node view() {
    VBox page = new VBox(14, title, state, sentences, intervals, curves, arms);
    page.setPadding(new Insets(16, 20, 20, 20));
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  private void show(Optional<Findings> shown) {
    shown.ifPresent(this::draw);
  }

  private void draw(Findings findings) {
    ExperimentPlan plan = findings.plan();
    title.setText(ExperimentsModel.title(plan.question()));
    state.setText(
        TEXTS.get(
            "state",
            plan.name(),
            findings.done(),
            findings.trials().size(),
            ExperimentsModel.explanation(plan.question())));
    intervals
        .getChildren()
        .setAll(findings.figures().stream().map(f -> chart(findings, f)).toList());
    boolean learning = findings.trials().stream().anyMatch(trial -> !trial.curve().isEmpty());
    curves.setVisible(learning);
    curves.setManaged(learning);
    curves.show(courses(findings), List.of());
    table(findings);
    say(Conclusions.of(findings));
  }

  private IntervalChart chart(Findings findings, String figure) {
    List<ArmInterval> rows = new ArrayList<>();
    for (String arm : findings.plan().arms()) {
      Estimate estimate = findings.estimate(arm, figure);
      rows.add(
          new ArmInterval(
              Told.words(SHOWN, arm),
              DoubleStream.of(findings.values(arm, figure))
                  .map(value -> Measures.onAxis(figure, value))
                  .toArray(),
              Measures.onAxis(figure, estimate.mean()),
              Measures.onAxis(figure, estimate.low()),
              Measures.onAxis(figure, estimate.high()),
              ink(findings, arm)));
    }
    IntervalChart chart = export.offer(new IntervalChart());
    chart.show(Told.words(SHOWN, Measures.axis(figure)), rows);
    return chart;
  }

  private static Ink ink(Findings findings, String arm) {
    return Ink.series(findings.plan().arms().indexOf(arm));
  }

  /** The mean of each arm, and its seeds thin behind it. */
  private static List<Curve> courses(Findings findings) {
    List<Curve> all = new ArrayList<>();
    for (String arm : findings.plan().arms()) {
      List<Trial.Point> mean = Curves.mean(findings.of(arm));
      if (!mean.isEmpty()) {
        all.add(
            new Curve(
                Told.words(SHOWN, arm),
                mean.stream().mapToDouble(Trial.Point::step).toArray(),
                mean.stream().mapToDouble(Trial.Point::value).toArray(),
                ink(findings, arm),
                false));
      }
    }
    return all;
  }

  private void table(Findings findings) {
    arms.getColumns().clear();
    arms.getColumns().add(column(TEXTS.get("column.arm"), 96, arm -> Told.words(SHOWN, arm)));
    List<String> facts = new ArrayList<>(List.of("identities", "pictures"));
    if (findings.plan().question().trains()) {
      facts.add("steps");
    }
    for (String fact : facts) {
      arms.getColumns()
          .add(
              column(
                  named(fact),
                  88,
                  arm -> findings.fact(arm, fact).map("%,d"::formatted).orElse("–")));
    }
    for (String figure : findings.figures()) {
      arms.getColumns()
          .add(
              column(
                  Told.words(SHOWN, Measures.title(figure)),
                  210,
                  arm -> Told.words(SHOWN, Measures.text(figure, findings.estimate(arm, figure)))));
    }
    arms.getItems().setAll(findings.plan().arms());
    double height = ROW * (findings.plan().arms().size() + 1) + 4;
    arms.setPrefHeight(height);
    arms.setMinHeight(height);
  }

  private static String named(String fact) {
    return switch (fact) {
      case "identities" -> TEXTS.get("column.identities");
      case "pictures" -> TEXTS.get("column.pictures");
      default -> TEXTS.get("column.steps");
    };
  }

  private static TableColumn<String, String> column(
      String name, double width, Function<String, String> text) {
    TableColumn<String, String> column = new TableColumn<>(name);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    return column;
  }

  private void say(Conclusions conclusions) {
    sentences.getChildren().clear();
    section(TEXTS.get("shown"), conclusions.shown());
    section(TEXTS.get("shown.not"), conclusions.notShown());
    section(TEXTS.get("limits"), conclusions.limits());
  }

  private void section(String heading, List<String> some) {
    if (some.isEmpty()) {
      return;
    }
    Label head = new Label(heading);
    head.getStyleClass().add("fw-heading");
    sentences.getChildren().add(head);
    for (String sentence : some) {
      Label label = new Label(Told.words(SHOWN, sentence));
      label.setWrapText(true);
      sentences.getChildren().add(label);
    }
  }
}
