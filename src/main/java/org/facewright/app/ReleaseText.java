package org.facewright.app;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.assembly.Assembler;
import org.facewright.project.Project;
import org.facewright.project.ReleaseRecord;
import org.facewright.project.release.Release;
import org.facewright.project.release.ReleaseInfo;

/** Releases in words. */
final class ReleaseText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private ReleaseText() {}

  /** What a release says of itself, checked. */
  static ReleaseInfo open(Project project, ReleaseRecord record) throws IOException {
    try (Release release = new Assembler(project).open(record)) {
      return release.info();
    }
  }

  /** The release that a user means. */
  static ReleaseRecord find(Project project, String text) {
    return new Assembler(project)
        .find(text)
        .orElseThrow(
            () ->
                new UserException(
                    "The project has no release "
                        + text
                        + "; facewright release list shows those it has."));
  }

  static String line(ReleaseRecord record) {
    return "%s %-24s %s UTC  %,d images of %,d identities, %,d augmented, %,d replaced"
        .formatted(
            record.current() ? "*" : " ",
            record.title(),
            TIME.format(record.created()),
            record.images(),
            record.identities(),
            record.augmented(),
            record.replaced());
  }

  static Map<String, Object> figures(ReleaseRecord record) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("release", record.title());
    figures.put("current", record.current());
    figures.put("created", record.created().toString());
    figures.put("identities", record.identities());
    figures.put("images", record.images());
    figures.put("augmented", record.augmented());
    figures.put("replaced", record.replaced());
    figures.put("sha256", record.infoHash());
    return figures;
  }

  static String papers(ReleaseInfo info) {
    List<String> lines = new ArrayList<>();
    lines.add("order %s, plan %s, seed %d, made by version %s".formatted(info.recipe().order(), info.recipe().plan().name(), info.recipe().seed(), info.codeVersion()));
    for (ReleaseInfo.SourceNote note : info.sources()) {
      lines.add(
          "  data: %s from %s, %,d identities, licence: %s"
              .formatted(note.source(), note.imported(), note.identities(), note.licence()));
    }
    for (ReleaseInfo.ModelNote note : info.models()) {
      lines.add("  model: %s, %s".formatted(note.name(), note.use()));
    }
    lines.add(
        info.leak() == null
            ? "  no leak check was made before it was frozen"
            : "  leak check: run %d of %s UTC".formatted(info.leak().run(), TIME.format(info.leak().at())));
    return String.join(System.lineSeparator(), lines);
  }
}
