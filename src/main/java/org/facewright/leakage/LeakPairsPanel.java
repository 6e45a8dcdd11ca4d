package org.facewright.leakage;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.facewright.leakage.search.LeakEngine;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.action.Actions;
import org.facewright.ui.chart.BarChart;
import org.facewright.ui.chart.Bins;
import org.facewright.ui.chart.ChartExport;
import org.facewright.ui.form.Explained;
import org.facewright.ui.shell.EmptyState;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.Thumbnails;

/** The report: figures, the histogram, and the pairs with both pictures. */
final class LeakPairsPanel {
  private static final Texts TEXTS = Texts.of(LeakPairsPanel.class);
  private final LeakageModel model;
  private final Actions actions;
  private final ListView<LeakageModel.Shown> list;
  private final BarChart chart = new BarChart(TEXTS.get("histogram"));
  private final FlowPane figures = new FlowPane(32, 8);
  private final Label guarantee = new Label();
  private final StackPane area = new StackPane();

  LeakPairsPanel(
      LeakageModel model, Actions actions, Thumbnails<Long> thumbnails, Consumer<String> problem) {
    this.model = model;
    this.actions = actions;
    list = new ListView<>(model.pairs());
    list.setId("leak-pairs");
    list.setFixedCellSize(PairCell.HEIGHT);
    list.setCellFactory(view -> new PairCell(thumbnails));
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    chart.setId("leak-histogram");
    chart.setMinHeight(200);
    chart.setPrefHeight(200);
    new ChartExport(problem).offer(chart);
    figures.setId("leak-figures");
    guarantee.setId("leak-guarantee");
    guarantee.setWrapText(true);
    guarantee.getStyleClass().add("fw-muted");
    guarantee.setMinHeight(Region.USE_PREF_SIZE);
  }

  List<LeakageModel.Shown> chosen() {
    return List.copyOf(list.getSelectionModel().getSelectedItems());
  }

  IntegerBinding chosenCount() {
    return Bindings.size(list.getSelectionModel().getSelectedItems());
  }

  Node view(List<Action> own) {
    Node none = new EmptyState("fth-shield", TEXTS.get("nothing"), null);
    Node desk = desk(own);
    model
        .report()
        .subscribe(
            now -> {
              now.ifPresent(this::show);
              area.getChildren().setAll(now.isPresent() ? desk : none);
            });
    area.setMinWidth(0);
    return area;
  }

  private Node desk(List<Action> own) {
    ActionControls controls = new ActionControls(actions);
    Label heading = new Label(TEXTS.get("histogram.heading"));
    heading.getStyleClass().add("fw-heading");
    Label nearest = new Label(TEXTS.get("pairs"));
    nearest.getStyleClass().add("fw-heading");
    HBox buttons = new HBox(8);
    own.subList(5, own.size() - 1)
        .forEach(action -> buttons.getChildren().add(controls.button(action)));
    buttons.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox desk = new VBox(10, figures, guarantee, heading, chart, nearest, buttons, list);
    desk.setPadding(new Insets(16, 24, 16, 12));
    desk.setMinWidth(0);
    return desk;
  }

  private void show(LeakReport report) {
    LeakFigures centres = report.centres();
    figures
        .getChildren()
        .setAll(
            figure(
                "%,d",
                centres.asked(),
                TEXTS.get("figure.identities"),
                TEXTS.get("figure.identities.tip")),
            figure(
                "%,d", centres.pairs(), TEXTS.get("figure.pairs"), TEXTS.get("figure.pairs.tip")),
            figure(
                "%,d",
                centres.askedAbove07(),
                TEXTS.get("figure.same"),
                TEXTS.get(
                    "figure.same.tip",
                    centres.pairsAbove07(),
                    "%.5f".formatted(100 * centres.shareAbove07()))),
            figure(
                "%,d",
                centres.askedAbove05(),
                TEXTS.get("figure.similar"),
                TEXTS.get(
                    "figure.similar.tip",
                    centres.pairsAbove05(),
                    "%.5f".formatted(100 * centres.shareAbove05()))),
            figure(
                "%.3f",
                centres.maxSimilarity(),
                TEXTS.get("figure.highest"),
                TEXTS.get("figure.highest.tip")));
    LeakFigures images = report.images();
    if (images != null) {
      figures
          .getChildren()
          .add(
              figure(
                  "%,d",
                  images.askedAbove05(),
                  TEXTS.get("figure.images"),
                  TEXTS.get("figure.images.tip", images.asked(), images.askedAbove07())));
    }
    guarantee.setText(
        report.unlisted() > 0
            ? TEXTS.get("guarantee.unlisted", guarantee(report), report.unlisted())
            : guarantee(report));
    chart.show(
        List.of(bins(centres.histogram())),
        List.of(
            new BarChart.Mark(LeakEngine.SIMILAR, TEXTS.get("mark.similar")),
            new BarChart.Mark(LeakEngine.SAME, TEXTS.get("mark.same"))));
  }

  /** From 0 on, unless somebody's highest is below. */
  private static Bins bins(long[] histogram) {
    int first = 0;
    while (first < LeakFigures.BINS / 2 && histogram[first] == 0) {
      first++;
    }
    double low = -1 + 2.0 * first / LeakFigures.BINS;
    long[] counts = java.util.Arrays.copyOfRange(histogram, first, LeakFigures.BINS);
    return new Bins(TEXTS.get("figure.identities"), low, 1, counts);
  }

  private static String guarantee(LeakReport report) {
    return TEXTS.get("guarantee", report.galleries().size(), report.model());
  }

  private static Node figure(String form, Object value, String name, String sentence) {
    Label number = new Label(form.formatted(value));
    number.getStyleClass().add("fw-figure");
    Label below = new Label(name);
    below.getStyleClass().add("fw-muted");
    return Explained.with(new VBox(0, number, below), sentence);
  }
}
