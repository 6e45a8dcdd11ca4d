package org.facewright.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers of several arms as dots, with mean and interval, one arm a row, as SVG. One thread. */
public final class IntervalChart {
  private static final int WIDTH = 560;
  private static final int LEFT = 110;
  private static final int RIGHT = 24;
  private static final int TOP = 16;
  private static final int ROW = 40;
  private static final int BOTTOM = 44;

  private final String across;
  private final List<Row> rows = new ArrayList<>();

  private record Row(String name, double[] values, double mean, double low, double high) {}

  /**
   * @param across what is shown, with its unit
   */
  public IntervalChart(String across) {
    this.across = across;
  }

  /**
   * An arm.
   *
   * @param low of the interval; NaN draws none
   */
  public IntervalChart row(String name, double[] values, double mean, double low, double high) {
    rows.add(new Row(name, values.clone(), mean, low, high));
    return this;
  }

  /** The picture. */
  public String svg() {
    Scale x = scale();
    int foot = TOP + ROW * rows.size();
    StringBuilder out =
        new StringBuilder(
            svg(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                WIDTH, foot + BOTTOM, Html.text(across)));
    for (double mark : x.marks()) {
      double at = right(x, mark);
      out.append(
          svg(
              "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>"
                  + "<text class=\"mark\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
              at, at, TOP, foot, at, foot + 16, x.label(mark)));
    }
    out.append(
        svg(
            "<text class=\"name\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
            (LEFT + WIDTH) / 2, foot + 36, Html.text(across)));
    for (int i = 0; i < rows.size(); i++) {
      draw(out, rows.get(i), i, TOP + ROW * i + ROW / 2, x);
    }
    return out.append("</svg>").toString();
  }

  private Scale scale() {
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (Row row : rows) {
      List<Double> all = new ArrayList<>(List.of(row.mean, row.low, row.high));
      for (double value : row.values) {
        all.add(value);
      }
      for (double value : all) {
        if (!Double.isNaN(value)) {
          least = Math.min(least, value);
          most = Math.max(most, value);
        }
      }
    }
    return least > most ? new Scale(0, 1, .2) : Scale.around(least, most);
  }

  private static void draw(StringBuilder out, Row row, int number, int y, Scale x) {
    out.append(
        svg(
            "<text class=\"s%d key\" x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
            number, LEFT - 14, y + 4, Html.text(row.name)));
    if (!Double.isNaN(row.low)) {
      out.append(
          svg(
              "<line class=\"s%d line\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>",
              number, right(x, row.low), right(x, row.high), y, y));
      for (double end : new double[] {row.low, row.high}) {
        double at = right(x, end);
        out.append(
            svg(
                "<line class=\"s%d line\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>",
                number, at, at, y - 6, y + 6));
      }
    }
    for (double value : row.values) {
      out.append(
          svg(
              "<circle class=\"s%d filled\" cx=\"%.1f\" cy=\"%d\" r=\"4\"/>",
              number, right(x, value), y + 11));
    }
    if (!Double.isNaN(row.mean)) {
      out.append(
          svg(
              "<circle class=\"s%d key\" cx=\"%.1f\" cy=\"%d\" r=\"5\"><title>%s %.4f</title>"
                  + "</circle>",
              number, right(x, row.mean), y, Html.text(row.name), row.mean));
    }
  }

  private static double right(Scale x, double number) {
    return LEFT + x.place(number) * (WIDTH - LEFT - RIGHT);
  }

  private static String svg(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
