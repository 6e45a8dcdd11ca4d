package org.facewright.leakage.diversity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.facewright.ui.chart.BarChart;
import org.facewright.ui.chart.Bins;
import org.facewright.ui.chart.ChartExport;
import org.facewright.ui.form.Explained;
import org.facewright.ui.shell.EmptyState;
import org.facewright.ui.text.Texts;

/** Synthetic beside real: how far people are from one another, and their pictures from them. */
public final class DiversityPanel {
  private static final Texts TEXTS = Texts.of(DiversityPanel.class);
  private static final double HEIGHT = 180;
  private static final double NAME = 220;
  private static final double FIGURE = 120;

  private final DiversityModel model;
  private final ChartExport export;
  private final StackPane area = new StackPane();

  public DiversityPanel(DiversityModel model, Consumer<String> problem) {
    this.model = model;
    export = new ChartExport(problem);
  }

  /** Builds the page; once. */
  public Node view() {
    Node none = new EmptyState("fth-pie-chart", TEXTS.get("nothing"), null);
    model.sets().subscribe(now -> area.getChildren().setAll(now.isEmpty() ? none : page(now)));
    area.setMinWidth(0);
    area.setId("diversity");
    return area;
  }

  private Node page(List<SetFigures> sets) {
    VBox page = new VBox(12, table(sets));
    List<BarChart.Mark> marks =
        List.of(
            new BarChart.Mark(.5, TEXTS.get("mark.similar")),
            new BarChart.Mark(.7, TEXTS.get("mark.same")));
    boolean sampled = sets.stream().anyMatch(SetFigures::sampled);
    add(
        page,
        sampled ? TEXTS.get("between.sampled") : TEXTS.get("between"),
        sets,
        SetFigures::between,
        marks);
    add(page, TEXTS.get("nearest"), sets, SetFigures::nearest, marks);
    add(page, TEXTS.get("within"), sets, SetFigures::within, List.of());
    coverage(page, sets);
    page.setPadding(new Insets(16, 24, 16, 12));
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  private void add(
      VBox page,
      String name,
      List<SetFigures> sets,
      Function<SetFigures, long[]> counts,
      List<BarChart.Mark> marks) {
    List<Bins> series = new ArrayList<>();
    for (SetFigures set : sets.reversed()) {
      series.add(new Bins(named(set), -1, 1, counts.apply(set)));
    }
    chart(page, name, series, marks);
  }

  private void chart(VBox page, String name, List<Bins> series, List<BarChart.Mark> marks) {
    Label heading = new Label(name);
    heading.getStyleClass().add("fw-heading");
    BarChart chart = new BarChart(name);
    chart.setMinHeight(HEIGHT);
    chart.setPrefHeight(HEIGHT);
    chart.show(series, marks);
    export.offer(chart);
    page.getChildren().addAll(heading, chart);
  }

  private void coverage(VBox page, List<SetFigures> sets) {
    List<String> attributes =
        sets.stream()
            .flatMap(set -> set.coverage().stream())
            .map(SetFigures.Coverage::attribute)
            .distinct()
            .toList();
    if (!attributes.contains("yaw")) {
      Label none = new Label(TEXTS.get("attributes.none"));
      none.getStyleClass().add("fw-muted");
      none.setWrapText(true);
      none.setMinHeight(Region.USE_PREF_SIZE);
      page.getChildren().add(none);
    }
    for (String attribute : attributes) {
      List<Bins> series = new ArrayList<>();
      for (SetFigures set : sets.reversed()) {
        for (SetFigures.Coverage one : set.coverage()) {
          if (one.attribute().equals(attribute)) {
            series.add(new Bins(named(set), one.low(), one.high(), one.counts()));
          }
        }
      }
      chart(page, pictures(attribute), series, List.of());
    }
  }

  private static String pictures(String attribute) {
    return switch (attribute) {
      case "yaw" -> TEXTS.get("pictures.yaw");
      case "pitch" -> TEXTS.get("pictures.pitch");
      case "age" -> TEXTS.get("pictures.age");
      case "female" -> TEXTS.get("pictures.female");
      case "sharpness" -> TEXTS.get("pictures.sharpness");
      case "clipped" -> TEXTS.get("pictures.clipped");
      default -> TEXTS.get("pictures.by", attribute);
    };
  }

  /** The set as the window calls it. */
  private static String named(SetFigures set) {
    return switch (set.name()) {
      case "synthetic" -> TEXTS.get("set.synthetic");
      case "real" -> TEXTS.get("set.real");
      default -> set.name();
    };
  }

  private static Node table(List<SetFigures> sets) {
    GridPane grid = new GridPane(24, 4);
    grid.setId("diversity-figures");
    int row = 0;
    row = line(grid, row, sets, "", "", DiversityPanel::named);
    row =
        line(
            grid,
            row,
            sets,
            TEXTS.get("figure.identities"),
            TEXTS.get("figure.identities.tip"),
            s -> count(s.identities()));
    row =
        line(
            grid,
            row,
            sets,
            TEXTS.get("figure.pictures"),
            TEXTS.get("figure.pictures.tip"),
            s -> count(s.images()));
    row =
        line(
            grid,
            row,
            sets,
            TEXTS.get("figure.effective"),
            TEXTS.get("figure.effective.tip"),
            s -> "%.1f".formatted(s.effectiveIdentities()));
    row =
        line(
            grid,
            row,
            sets,
            TEXTS.get("figure.dimensions"),
            TEXTS.get("figure.dimensions.tip"),
            s -> "%.1f".formatted(s.effectiveDimensions()));
    row =
        line(
            grid,
            row,
            sets,
            TEXTS.get("figure.between"),
            TEXTS.get("figure.between.tip"),
            s -> "%.3f".formatted(s.meanBetween()));
    row =
        line(
            grid,
            row,
            sets,
            TEXTS.get("figure.similar"),
            TEXTS.get("figure.similar.tip"),
            s -> "%.4f %%".formatted(100 * s.similarShare()));
    row =
        line(
            grid,
            row,
            sets,
            TEXTS.get("figure.twin"),
            TEXTS.get("figure.twin.tip"),
            s -> count(s.twins()));
    row =
        line(
            grid,
            row,
            sets,
            TEXTS.get("figure.within"),
            TEXTS.get("figure.within.tip"),
            s -> "%.3f".formatted(s.spread()));
    line(
        grid,
        row,
        sets,
        TEXTS.get("figure.duplicates"),
        TEXTS.get("figure.duplicates.tip"),
        s -> count(s.nearDuplicates()));
    return grid;
  }

  private static String count(long number) {
    return "%,d".formatted(number);
  }

  private static int line(
      GridPane grid,
      int row,
      List<SetFigures> sets,
      String name,
      String sentence,
      Function<SetFigures, String> text) {
    Label first = new Label(name);
    first.getStyleClass().add("fw-muted");
    first.setMinWidth(NAME);
    grid.add(sentence.isEmpty() ? first : Explained.with(first, sentence), 0, row);
    for (int i = 0; i < sets.size(); i++) {
      Label figure = new Label(text.apply(sets.get(i)).replace("NaN", "–"));
      figure.setMinWidth(FIGURE);
      figure.setAlignment(Pos.CENTER_RIGHT);
      figure.getStyleClass().add(row == 0 ? "fw-heading" : "fw-number");
      grid.add(figure, i + 1, row);
    }
    return row + 1;
  }
}
