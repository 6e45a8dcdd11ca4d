package org.facewright.review;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.facewright.jobs.WholeFile;

/**
 * Who said what of which image, when, why, and with which models' votes before their eyes, as CSV
 * (RFC 4180, UTF-8). A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
public final class AuditCsv {
  private static final List<String> HEADER =
      List.of(
          "at",
          "person",
          "identity",
          "image",
          "sha256",
          "answer",
          "note",
          "millis",
          "blind",
          "models");

  private final Appendable out;

  public AuditCsv(Appendable out) {
    this.out = out;
  }

  /**
   * Writes every opinion ever given in a project to a file, whole or not at all.
   *
   * @return how many there are
   */
  public static int write(ReviewBooks books, Path file) throws IOException {
    List<Opinion> history = books.opinions().history();
    WholeFile.write(
        file,
        fresh -> {
          try (Writer out = Files.newBufferedWriter(fresh)) {
            new AuditCsv(out).write(history);
          }
        });
    return history.size();
  }

  public void write(List<Opinion> opinions) throws IOException {
    row(HEADER);
    for (Opinion opinion : opinions) {
      row(
          List.of(
              opinion.at().toString(),
              opinion.person(),
              opinion.image().identity(),
              opinion.image().name(),
              opinion.image().hash(),
              opinion.answer().name(),
              opinion.note(),
              String.valueOf(opinion.millis()),
              String.valueOf(opinion.blind()),
              models(opinion.models())));
    }
  }

  private static String models(Map<String, String> models) {
    return new TreeMap<>(models)
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("; "));
  }

  private void row(List<String> cells) throws IOException {
    out.append(cells.stream().map(AuditCsv::cell).collect(Collectors.joining(","))).append("\r\n");
  }

  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
