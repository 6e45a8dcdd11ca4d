package org.facewright.leakage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** A report as a file: JSON, a fragment of HTML, or text, as the name ends. Stateless. */
public final class ReportFiles {
  private static final int SHOWN = 100;

  private ReportFiles() {}

  /** Writes {@code .json}, {@code .html}, or text under any other name. */
  public static void write(LeakReport report, Path file) throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    String content;
    if (name.endsWith(".json")) {
      content =
          JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report);
    } else if (name.endsWith(".html")) {
      content = html(report);
    } else {
      content = text(report);
    }
    Files.writeString(file, content);
  }

  /** In plain words. */
  public static String text(LeakReport report) {
    StringBuilder text = new StringBuilder();
    text.append(LeakWork.sentence(report)).append('\n');
    text.append("Recogniser ").append(report.model());
    text.append(report.modelHash() == null ? "" : ", SHA-256 " + report.modelHash());
    text.append(". Facewright ").append(report.code()).append(", ").append(report.at());
    text.append(".\n");
    for (LeakReport.Compared gallery : report.galleries()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s (%s): %,d rows, recogniser %s, SHA-256 %s; %,d pairs above .7, %,d above .5,"
                  + " highest %.4f%n",
              gallery.name(),
              gallery.location().isEmpty() ? "this project" : gallery.location(),
              gallery.rows(),
              gallery.model() == null ? "not stated" : gallery.model(),
              gallery.sha256(),
              gallery.pairsAbove07(),
              gallery.pairsAbove05(),
              gallery.maxSimilarity()));
    }
    for (LeakPair pair : report.pairs().stream().limit(SHOWN).toList()) {
      text.append(
          String.format(
              Locale.ROOT, "%.4f  %s  %s%n", pair.similarity(), pair.label(), pair.name()));
    }
    return text.append(report.guarantee()).append('\n').toString();
  }

  /** A {@code <section>} with a table of the galleries, the histogram and the nearest pairs. */
  public static String html(LeakReport report) {
    LeakFigures centres = report.centres();
    StringBuilder html = new StringBuilder("<section class=\"leakage\">\n<h2>Leakage</h2>\n");
    html.append(
        String.format(
            Locale.ROOT,
            "<p><b>%,d</b> new identities, <b>%,d</b> pairs: <b>%,d</b> (%.4f %%) above .7,"
                + " <b>%,d</b> (%.4f %%) above .5; highest <b>%.4f</b>.</p>%n",
            centres.asked(),
            centres.pairs(),
            centres.pairsAbove07(),
            100 * centres.shareAbove07(),
            centres.pairsAbove05(),
            100 * centres.shareAbove05(),
            centres.maxSimilarity()));
    html.append("<table><tr><th>Gallery</th><th>Rows</th><th>Recogniser</th><th>Above .7</th>")
        .append("<th>Above .5</th><th>Highest</th><th>SHA-256</th></tr>\n");
    for (LeakReport.Compared gallery : report.galleries()) {
      html.append(
          String.format(
              Locale.ROOT,
              "<tr><td>%s</td><td>%,d</td><td>%s</td><td>%,d</td><td>%,d</td><td>%.4f</td>"
                  + "<td><code>%s</code></td></tr>%n",
              escaped(gallery.name()),
              gallery.rows(),
              gallery.model() == null ? "not stated" : escaped(gallery.model()),
              gallery.pairsAbove07(),
              gallery.pairsAbove05(),
              gallery.maxSimilarity(),
              gallery.sha256()));
    }
    html.append("</table>\n").append(histogram(centres)).append("<ol>\n");
    for (LeakPair pair : report.pairs().stream().limit(SHOWN).toList()) {
      html.append(
          String.format(
              Locale.ROOT,
              "<li>%.4f %s – %s</li>%n",
              pair.similarity(),
              escaped(pair.label()),
              escaped(pair.name())));
    }
    return html.append("</ol>\n<p>")
        .append(escaped(report.guarantee()))
        .append("</p>\n</section>\n")
        .toString();
  }

  /** Each new identity's highest cosine; lines at .5 and .7. */
  private static String histogram(LeakFigures figures) {
    long tallest = 1;
    for (long count : figures.histogram()) {
      tallest = Math.max(tallest, count);
    }
    StringBuilder svg =
        new StringBuilder(
            "<svg viewBox=\"0 0 600 140\" width=\"600\" role=\"img\""
                + " aria-label=\"Highest cosine of each new identity\">\n");
    for (int i = 0; i < LeakFigures.BINS; i++) {
      double high = 110.0 * figures.histogram()[i] / tallest;
      if (high > 0) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%.1f\" width=\"5\" height=\"%.1f\" fill=\"#4078c0\"/>%n",
                6 * i,
                115 - high,
                high));
      }
    }
    for (double line : new double[] {.5, .7}) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<path d=\"M%1$.0f 0V115\" stroke=\"#c33\"/><text x=\"%1$.0f\" y=\"130\""
                  + " font-size=\"11\" text-anchor=\"middle\">%2$.1f</text>%n",
              (line + 1) * 300,
              line));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
