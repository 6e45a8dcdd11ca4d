package org.facewright.app.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.facewright.app.report.Chart;
import org.facewright.app.report.IntervalChart;
import org.facewright.app.report.Page;
import org.facewright.experiment.Conclusions;
import org.facewright.experiment.Curves;
import org.facewright.experiment.Estimate;
import org.facewright.experiment.Findings;
import org.facewright.experiment.Measures;
import org.facewright.experiment.Trial;

/** What an experiment came to, as one self-contained page. */
public final class ExperimentPage {
  private final Findings findings;

  public ExperimentPage(Findings findings) {
    this.findings = findings;
  }

  /**
   * Writes the page.
   *
   * @param version of the program
   */
  public void write(Path file, String version) throws IOException {
    Page page = new Page(findings.plan().question().title());
    page.text(findings.plan().question().explanation());
    page.text(
        "Experiment %s, Facewright %s: %d of %d trials done."
            .formatted(findings.plan().name(), version, findings.done(), findings.trials().size()));
    conclusions(page);
    pictures(page);
    tables(page);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, page.html());
  }

  private void conclusions(Page page) {
    Conclusions conclusions = Conclusions.of(findings);
    section(page, "Shown", conclusions.shown());
    section(page, "Not shown", conclusions.notShown());
    section(page, "How far this reaches", conclusions.limits());
  }

  private static void section(Page page, String title, List<String> sentences) {
    page.section(title);
    if (sentences.isEmpty()) {
      page.text("Nothing.");
    } else {
      page.list(sentences);
    }
  }

  private void pictures(Page page) {
    List<String> pictures = new ArrayList<>();
    for (String figure : findings.figures()) {
      IntervalChart chart = new IntervalChart(Measures.axis(figure));
      for (String arm : findings.plan().arms()) {
        Estimate estimate = findings.estimate(arm, figure);
        chart.row(
            arm,
            DoubleStream.of(findings.values(arm, figure))
                .map(value -> Measures.onAxis(figure, value))
                .toArray(),
            Measures.onAxis(figure, estimate.mean()),
            Measures.onAxis(figure, estimate.low()),
            Measures.onAxis(figure, estimate.high()));
      }
      pictures.add(chart.svg());
    }
    page.section("Means with 95 % intervals, and each seed as a dot").pictures(pictures);
    if (findings.plan().question().trains() && !findings.figures().isEmpty()) {
      Chart curves = new Chart("step", Measures.title(findings.figures().getFirst()));
      for (String arm : findings.plan().arms()) {
        List<Trial.Point> mean = Curves.mean(findings.of(arm));
        curves.line(
            arm,
            mean.stream().mapToDouble(Trial.Point::step).toArray(),
            mean.stream().mapToDouble(Trial.Point::value).toArray());
      }
      page.section("While they learn, mean of the seeds").charts(curves);
    }
  }

  private void tables(Page page) {
    List<String> figures = findings.figures();
    List<String> head = new ArrayList<>(List.of("arm", "identities", "pictures"));
    if (findings.plan().question().trains()) {
      head.add("steps");
    }
    figures.forEach(figure -> head.add(Measures.title(figure)));
    List<List<String>> rows = new ArrayList<>();
    for (String arm : findings.plan().arms()) {
      List<String> row = new ArrayList<>(List.of(arm));
      for (String fact : head.subList(1, head.size() - figures.size())) {
        row.add(findings.fact(arm, fact).map("%,d"::formatted).orElse("–"));
      }
      figures.forEach(figure -> row.add(Measures.text(figure, findings.estimate(arm, figure))));
      rows.add(row);
    }
    page.section("The arms").table(head, rows);
    page.verbatim("Every trial, and everything that was told", trials());
  }

  private String trials() {
    StringBuilder text = new StringBuilder();
    for (Trial trial : findings.trials()) {
      text.append(
          "%s seed %d: %s %s %s%n"
              .formatted(
                  trial.key().arm(),
                  trial.key().seed(),
                  trial.state(),
                  new java.util.TreeMap<>(trial.figures()),
                  new java.util.TreeMap<>(trial.facts())));
    }
    return text.append(System.lineSeparator()).append(findings.plan()).toString();
  }
}
