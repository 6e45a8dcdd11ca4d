package org.facewright.exchange.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.facewright.project.CsvLine;
import org.facewright.project.release.Composition;
import org.facewright.project.release.ReleaseInfo;
import org.facewright.project.release.ReleaseInfo.SourceNote;
import org.facewright.project.release.ReleaseJson;

/** What lies beside the pictures of an exported release: what it is, and how to train in its order. */
record ReleasePapers(
    ReleaseInfo info, ReleaseExportSettings settings, Map<String, Integer> labels) {
  private static final String SAMPLER = "ordered_sampler.py";

  void write(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("stages.json"), ReleaseJson.pages(info.recipe().plan()));
    Files.writeString(folder.resolve("recipe.json"), ReleaseJson.pages(info.recipe()));
    Files.writeString(
        folder.resolve("release.json"),
        ReleaseJson.pages(settings.metadata() ? info : info.from(info.sources().stream().map(ReleasePapers::anonymous).toList())));
    StringBuilder names = new StringBuilder("label,identity\n");
    labels.forEach((identity, label) -> names.append(CsvLine.of(label.toString(), identity)));
    Files.writeString(folder.resolve("labels.csv"), names);
    Files.writeString(folder.resolve("README.md"), readme());
    Files.writeString(folder.resolve(SAMPLER), resource(SAMPLER));
  }

  /** Where somebody's disk keeps the data is nobody else's business. */
  private static SourceNote anonymous(SourceNote note) {
    boolean user = note.licenceFrom().isEmpty() || note.licenceFrom().equals("the user");
    return new SourceNote(
        note.source(),
        note.imported(),
        "",
        note.identities(),
        note.licence(),
        user ? note.licenceFrom() : "a file beside the data");
  }

  private String readme() throws IOException {
    Composition made = info.composition();
    StringBuilder text = new StringBuilder();
    text.append("# %s of %s\n\n".formatted(info.title(), info.project()));
    text.append(made.sentence()).append(".\n\n");
    text.append("| source | identities | replacing | images | augmented |\n|---|---|---|---|---|\n");
    for (Composition.Row row : made.sources()) {
      text.append(
          "| %s | %,d | %,d | %,d | %,d |\n"
              .formatted(
                  row.source(),
                  row.identities(),
                  row.replacements(),
                  row.images(),
                  row.augmented()));
    }
    text.append("\nLicences: ");
    text.append(
        String.join(
            "; ",
            info.sources().stream().map(note -> note.imported() + ": " + note.licence()).toList()));
    text.append(".\n");
    text.append(
        info.leak() == null
            ? "No leak check was made before it was frozen.\n"
            : "The leak check that was made before it was frozen is in release.json.\n");
    text.append("\n").append(resource("README-use.md").replace("{pictures}", pictures()));
    return text.toString();
  }

  private String pictures() {
    return switch (settings.kind()) {
      case FOLDERS -> "`images/IDENTITY/NAME`.";
      case STAGES -> "`stage-N/IDENTITY/NAME`, N being the stage in which a picture is first learnt.";
      case HSFACE_LMDB ->
          "`%s.lmdb`, keys `0`, `1`, ... with msgpack `[picture, label]`, identity by identity."
              .formatted(info.name());
      case RECORDIO ->
          "`stage-N/train.rec`, `.idx` and `property`; a person has the same label in every stage.";
      case WEBDATASET ->
          "`stage-N-NNNNNN.tar`, 1,000 pictures each, in the release's order; the key is the position.";
      case LIST -> "elsewhere: `order.txt` lists IDENTITY/NAME.";
    };
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ReleasePapers.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the program lacks " + name + "; install it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
