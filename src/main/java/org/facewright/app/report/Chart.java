package org.facewright.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A chart of lines or of histograms as SVG. One thread. */
public final class Chart {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 280;
  private static final int LEFT = 56;
  private static final int BOTTOM = 44;
  private static final int TOP = 44;
  private static final int KEYS = 14;
  private static final double LETTER = 6.4;
  private static final int RIGHT = 12;

  private final String across;
  private final String up;
  private final List<Series> series = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();

  private record Series(String name, double[] x, double[] y, boolean filled) {}

  private record Mark(String name, double x) {}

  /**
   * @param across what the horizontal axis shows, with its unit
   * @param up what the vertical axis shows
   */
  public Chart(String across, String up) {
    this.across = across;
    this.up = up;
  }

  /** A line through points. */
  public Chart line(String name, double[] x, double[] y) {
    series.add(new Series(name, x.clone(), y.clone(), false));
    return this;
  }

  /**
   * Counts in equal bins, as shares of their sum.
   *
   * @param low where the first bin begins
   * @param high where the last one ends
   */
  public Chart histogram(String name, double low, double high, long[] counts) {
    double total = 0;
    for (long count : counts) {
      total += count;
    }
    double[] x = new double[counts.length];
    double[] y = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      x[i] = low + (i + .5) * (high - low) / counts.length;
      y[i] = total == 0 ? 0 : counts[i] / total;
    }
    series.add(new Series(name, x, y, true));
    return this;
  }

  /** An upright line at a number. */
  public Chart mark(String name, double x) {
    marks.add(new Mark(name, x));
    return this;
  }

  /** The picture. */
  public String svg() {
    Scale x = scale(true);
    Scale y = scale(false);
    StringBuilder out =
        new StringBuilder(
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
                .formatted(WIDTH, HEIGHT, Html.text(up + " by " + across)));
    axes(out, x, y);
    double keyEnd = WIDTH - RIGHT;
    for (int i = series.size() - 1; i >= 0; i--) {
      draw(out, series.get(i), i, keyEnd, x, y);
      keyEnd -= 16 + LETTER * series.get(i).name.length();
    }
    marks.forEach(mark -> draw(out, mark, x));
    return out.append("</svg>").toString();
  }

  private Scale scale(boolean horizontal) {
    double least = horizontal ? Double.MAX_VALUE : 0;
    double most = horizontal ? -Double.MAX_VALUE : 0;
    for (Series one : series) {
      for (int i = 0; i < one.x.length; i++) {
        if (horizontal && one.filled && one.y[i] == 0) {
          continue; // Empty bins at the ends are not worth their room.
        }
        double value = horizontal ? one.x[i] : one.y[i];
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    for (Mark mark : horizontal ? marks : List.<Mark>of()) {
      least = Math.min(least, mark.x);
      most = Math.max(most, mark.x);
    }
    return least > most ? new Scale(0, 1, .2) : Scale.around(least, most);
  }

  private static double right(Scale x, double number) {
    return LEFT + Math.clamp(x.place(number), 0, 1) * (WIDTH - LEFT - RIGHT);
  }

  private static double down(Scale y, double number) {
    return HEIGHT - BOTTOM - Math.clamp(y.place(number), 0, 1) * (HEIGHT - BOTTOM - TOP);
  }

  private void axes(StringBuilder out, Scale x, Scale y) {
    for (double mark : y.marks()) {
      out.append(
          svg(
              "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                  + "<text class=\"mark\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
              LEFT,
              WIDTH - RIGHT,
              down(y, mark),
              down(y, mark),
              LEFT - 6,
              down(y, mark) + 4,
              y.label(mark)));
    }
    for (double mark : x.marks()) {
      out.append(
          svg(
              "<text class=\"mark\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
              right(x, mark), HEIGHT - BOTTOM + 16, x.label(mark)));
    }
    out.append(
        svg(
            "<text class=\"name\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>"
                + "<text class=\"name\" x=\"%d\" y=\"30\">%s</text>",
            (LEFT + WIDTH) / 2, HEIGHT - 8, Html.text(across), 4, Html.text(up)));
  }

  private static void draw(
      StringBuilder out, Series one, int number, double keyEnd, Scale x, Scale y) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < one.x.length; i++) {
      points.append(svg("%.1f,%.1f ", right(x, one.x[i]), down(y, one.y[i])));
    }
    if (one.filled && one.x.length > 0) {
      points.insert(0, svg("%.1f,%.1f ", right(x, one.x[0]), down(y, 0)));
      points.append(svg("%.1f,%.1f", right(x, one.x[one.x.length - 1]), down(y, 0)));
    }
    out.append(
        svg(
            "<%s class=\"s%d %s\" points=\"%s\"><title>%s</title></%s>"
                + "<text class=\"s%d key\" x=\"%.1f\" y=\"%d\" text-anchor=\"end\">%s</text>",
            one.filled ? "polygon" : "polyline",
            number,
            one.filled ? "filled" : "line",
            points,
            Html.text(one.name),
            one.filled ? "polygon" : "polyline",
            number,
            keyEnd,
            KEYS,
            Html.text(one.name)));
  }

  private static void draw(StringBuilder out, Mark mark, Scale x) {
    out.append(
        svg(
            "<line class=\"limit\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>"
                + "<text class=\"mark\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
            right(x, mark.x),
            right(x, mark.x),
            TOP,
            HEIGHT - BOTTOM,
            right(x, mark.x),
            TOP - 4,
            Html.text(mark.name)));
  }

  private static String svg(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
