package org.facewright.leakage.diversity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** Synthetic beside real: how far people are from one another, and their pictures from them. */
public final class DiversityPanel {
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
    Node none =
        new EmptyState(
            "fth-pie-chart",
            "Nothing was measured yet. Measure how far the real and the synthetic people are from"
                + " one another.",
            null);
    model.sets().subscribe(now -> area.getChildren().setAll(now.isEmpty() ? none : page(now)));
    area.setMinWidth(0);
    area.setId("diversity");
    return area;
  }

  private Node page(List<SetFigures> sets) {
    VBox page = new VBox(12, table(sets));
    List<BarChart.Mark> marks =
        List.of(new BarChart.Mark(.5, ".5 similar"), new BarChart.Mark(.7, ".7 same"));
    boolean sampled = sets.stream().anyMatch(SetFigures::sampled);
    add(
        page,
        "Similarity of any two identities" + (sampled ? " (a sample of pairs)" : ""),
        sets,
        SetFigures::between,
        marks);
    add(page, "Similarity of each identity to its nearest other", sets, SetFigures::nearest, marks);
    add(
        page,
        "Similarity of pictures to the centre of their identity",
        sets,
        SetFigures::within,
        List.of());
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
      series.add(new Bins(set.name(), -1, 1, counts.apply(set)));
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
    if (attributes.isEmpty()) {
      Label none =
          new Label(
              "Pose and age are not known yet: estimate them with the attribute models, then"
                  + " measure again.");
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
            series.add(new Bins(set.name(), one.low(), one.high(), one.counts()));
          }
        }
      }
      chart(page, "Pictures by " + attribute, series, List.of());
    }
  }

  private static Node table(List<SetFigures> sets) {
    GridPane grid = new GridPane(24, 4);
    grid.setId("diversity-figures");
    int row = 0;
    row = line(grid, row, sets, "", "", SetFigures::name);
    row = line(grid, row, sets, "identities", "with an embedding", s -> count(s.identities()));
    row = line(grid, row, sets, "pictures", "rejected ones do not count", s -> count(s.images()));
    row =
        line(
            grid,
            row,
            sets,
            "effective identities",
            "Identities nobody like another that would be as diverse (Leinster and Cobbold 2012,"
                + " order 2; like = above .5).",
            s -> "%.1f".formatted(s.effectiveIdentities()));
    row =
        line(
            grid,
            row,
            sets,
            "effective dimensions",
            "In how many directions people differ: the Vendi score of order 2.",
            s -> "%.1f".formatted(s.effectiveDimensions()));
    row =
        line(
            grid,
            row,
            sets,
            "between identities",
            "Mean cosine of two identities; lower is more separable.",
            s -> "%.3f".formatted(s.meanBetween()));
    row =
        line(
            grid,
            row,
            sets,
            "pairs above .5",
            "Share of pairs of identities that are similar.",
            s -> "%.4f %%".formatted(100 * s.similarShare()));
    row =
        line(
            grid,
            row,
            sets,
            "with a twin",
            "Identities whose nearest other is above .7: the same person.",
            s -> count(s.twins()));
    row =
        line(
            grid,
            row,
            sets,
            "within an identity",
            "Mean cosine of two pictures of one identity; lower is more varied.",
            s -> "%.3f".formatted(s.spread()));
    line(
        grid,
        row,
        sets,
        "near-duplicates",
        "Pairs of pictures of one identity above .95.",
        s -> count(s.nearDuplicates()));
    return grid;
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
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
