package org.facewright.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An HTML page that is written from top to bottom. One thread. */
public final class Page {
  private final StringBuilder body = new StringBuilder();
  private final String title;

  public Page(String title) {
    this.title = title;
    body.append("<h1>").append(Html.text(title)).append("</h1>\n");
  }

  /**
   * A face on the page.
   *
   * @param jpeg its file, JPEG or PNG
   * @param mark kept, rejected, ambiguous, or empty
   * @param caption shown when pointed at, and read aloud
   */
  public record Face(byte[] jpeg, String mark, String caption) {}

  public Page section(String heading) {
    body.append("<h2>").append(Html.text(heading)).append("</h2>\n");
    return this;
  }

  public Page text(String paragraph) {
    body.append("<p>").append(Html.text(paragraph)).append("</p>\n");
    return this;
  }

  /** Text as it is, such as a configuration. */
  public Page verbatim(String summary, String lines) {
    body.append("<details><summary>")
        .append(Html.text(summary))
        .append("</summary><pre>")
        .append(Html.text(lines))
        .append("</pre></details>\n");
    return this;
  }

  public Page charts(Chart... charts) {
    return pictures(Arrays.stream(charts).map(Chart::svg).toList());
  }

  /** Pictures side by side, as SVG. */
  public Page pictures(List<String> svgs) {
    body.append("<div class=\"charts\">");
    svgs.forEach(svg -> body.append("<figure>").append(svg).append("</figure>"));
    body.append("</div>\n");
    return this;
  }

  /** Sentences, one below the other. */
  public Page list(List<String> sentences) {
    body.append("<ul>");
    sentences.forEach(one -> body.append("<li>").append(Html.text(one)).append("</li>"));
    body.append("</ul>\n");
    return this;
  }

  /** Numbers to the right, everything else to the left. */
  public Page table(List<String> head, List<List<String>> rows) {
    body.append("<table><thead><tr>");
    head.forEach(cell -> body.append("<th>").append(Html.text(cell)).append("</th>"));
    body.append("</tr></thead><tbody>");
    for (List<String> row : rows) {
      body.append("<tr>");
      row.forEach(this::cell);
      body.append("</tr>");
    }
    body.append("</tbody></table>\n");
    return this;
  }

  private void cell(String text) {
    boolean number = text.matches("[-+]?[0-9][0-9,. %±–-]*.*") && !text.matches(".*[g-zG-Z]{3}.*");
    body.append(number ? "<td class=\"number\">" : "<td>").append(Html.text(text)).append("</td>");
  }

  /** Steps of a way that loses some at each: bars as long as what is left. */
  public Page funnel(Map<String, Long> steps) {
    long most = steps.values().stream().mapToLong(Long::longValue).max().orElse(1);
    body.append("<div class=\"funnel\">");
    steps.forEach(
        (name, count) ->
            body.append(
                // A browser reads 12.5 as a width, and not 12,5.
                String.format(
                    Locale.ROOT,
                    "<span>%s</span><span class=\"bar\"><i style=\"width:%.1f%%\"></i></span><b>%,d</b>",
                    Html.text(name),
                    100.0 * count / Math.max(1, most),
                    count)));
    body.append("</div>\n");
    return this;
  }

  /** Faces in a row that wraps, under a name. */
  public Page faces(String name, List<Face> faces) {
    body.append("<div class=\"faces\"><h3>").append(Html.text(name)).append("</h3>");
    for (Face face : faces) {
      String type = face.jpeg().length > 0 && face.jpeg()[0] == (byte) 0x89 ? "png" : "jpeg";
      body.append(
          "<img class=\"%s\" alt=\"%s\" title=\"%s\" src=\"data:image/%s;base64,%s\">"
              .formatted(
                  face.mark(),
                  Html.text(face.caption()),
                  Html.text(face.caption()),
                  type,
                  Base64.getEncoder().encodeToString(face.jpeg())));
    }
    body.append("</div>\n");
    return this;
  }

  /** The whole page. */
  public String html() {
    return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width\"><title>"
        + Html.text(title)
        + "</title><style>"
        + style()
        + "</style></head><body><main>\n"
        + body
        + "</main></body></html>\n";
  }

  private static String style() {
    try (InputStream in = Page.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
