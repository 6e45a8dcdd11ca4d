package org.facewright.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.project.release.Composition;

/** What a release is composed of, as text for people and figures for programs. */
final class CompositionTable {
  private static final int REASONS = 5;

  private CompositionTable() {}

  static void print(Output output, String title, Composition composition) {
    Map<String, Object> figures = new LinkedHashMap<>(composition.figures(title));
    figures.put("composition", composition);
    output.result(title + ": " + text(composition), figures);
  }

  static String text(Composition composition) {
    List<String> lines = new ArrayList<>();
    lines.add(composition.sentence());
    lines.add("  %-20s %10s %10s %10s %10s".formatted("source", "identities", "replacing", "images", "augmented"));
    for (Composition.Row row : composition.sources()) {
      lines.add(
          "  %-20s %,10d %,10d %,10d %,10d"
              .formatted(
                  row.source(), row.identities(), row.replacements(), row.images(), row.augmented()));
    }
    for (int i = 0; i < composition.stages().size(); i++) {
      lines.add("  stage %d: %,d images".formatted(i + 1, composition.stages().get(i)));
    }
    if (composition.neverLearnt() > 0) {
      lines.add("  %,d images are in no stage of the plan".formatted(composition.neverLearnt()));
    }
    composition.dropped().stream()
        .limit(REASONS)
        .forEach(
            each ->
                lines.add(
                    "  left out: %s (%,d images): %s"
                        .formatted(each.identity(), each.images(), each.reason())));
    if (composition.dropped().size() > REASONS) {
      lines.add("  and %,d identities more".formatted(composition.dropped().size() - REASONS));
    }
    composition
        .droppedImages()
        .forEach((reason, count) -> lines.add("  %,d images not used: %s".formatted(count, reason)));
    return String.join(System.lineSeparator(), lines);
  }
}
