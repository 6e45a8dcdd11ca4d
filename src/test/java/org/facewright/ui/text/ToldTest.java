package org.facewright.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facewright.exchange.ExportFormats;
import org.facewright.project.ViewOnlyException;
import org.facewright.project.Viewing;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What engines say in English is said again in the reader's language. */
class ToldTest {
  private static final Told GERMAN = Told.in(Locale.GERMANY);
  private static final Told CHINESE = Told.in(Locale.SIMPLIFIED_CHINESE);

  @Test
  void englishStaysAsItWasSaid() {
    String said = "kept by a person";
    assertThat(Told.in(Locale.ENGLISH).tell(said)).isEqualTo(said);
    assertThat(Told.in(Locale.FRANCE).tell(said)).isEqualTo(said);
  }

  @Test
  void aSentenceWithoutGaps() {
    assertThat(GERMAN.tell("kept by a person")).isEqualTo("von einem Menschen behalten");
    assertThat(CHINESE.tell("kept by a person")).isEqualTo("由人保留");
  }

  @Test
  void aGapKeepsItsDigitsAndGetsTheLanguagesSigns() {
    String said =
        "like the identity's other images (0.62 to their centre; chance of being right 93.1 %)";
    assertThat(GERMAN.tell(said)).contains("(0,62 zu ihrem Zentrum", "93,1 %");
    assertThat(CHINESE.tell(said)).contains("0.62", "93.1 %");
    assertThat(GERMAN.tell("12,480 images embedded")).isEqualTo("12.480 Bilder eingebettet");
    assertThat(GERMAN.tell("12.480 images embedded")).isEqualTo("12.480 Bilder eingebettet");
  }

  @Test
  void aGapIsTranslatedInItsTurn() {
    assertThat(
            GERMAN.tell(
                "could be either (0.31 to the others' centre; chance of being right under 0.1 %)"))
        .endsWith("Wahrscheinlichkeit, dass es stimmt: unter 0,1 %)");
    assertThat(
            GERMAN.tell(
                "Opened for viewing only: you may not write to its folder. To work on it, copy it"
                    + " to a place of your own. 2 decisions wait in the journal until then and"
                    + " cannot be seen here."))
        .startsWith("Nur zum Ansehen geöffnet:")
        .endsWith("2 Entscheidungen warten bis dahin im Journal und sind hier nicht zu sehen.");
  }

  @Test
  void whatNobodyTranslatedStays() {
    assertThat(GERMAN.tell("Training needs a lantern.")).isEqualTo("Training needs a lantern.");
    assertThat(GERMAN.tell("job", "Training run-1")).isEqualTo("Training von run-1");
  }

  @Test
  void whyAProjectIsOnlyLookedAt() {
    for (boolean allowed : new boolean[] {true, false}) {
      for (int waiting = 0; waiting < 3; waiting++) {
        String said = new Viewing(allowed, waiting).sentence();
        assertThat(GERMAN.tell(said))
            .startsWith("Nur zum Ansehen")
            .doesNotContain("until", " you ");
        assertThat(CHINESE.tell(said)).doesNotContainPattern("[A-Za-z]");
      }
    }
    assertThat(GERMAN.tell(String.valueOf(new ViewOnlyException().getMessage())))
        .startsWith("dieses Projekt");
  }

  @Test
  void everyFormatToExport() {
    assertThat(new ExportFormats().formats())
        .isNotEmpty()
        .allSatisfy(
            format ->
                assertThat(CHINESE.tell(format.description())).isNotEqualTo(format.description()));
  }

  @Test
  void whatEveryModelMayBeUsedFor() {
    assertThat(
            new JsonMapper()
                .readTree(Path.of("models/catalog.json").toFile())
                .findValuesAsString("use"))
        .isNotEmpty()
        .allSatisfy(use -> assertThat(GERMAN.tell("model", use)).isNotEqualTo(use));
  }

  /** Whoever changes a sentence in an engine is told that its translation has lost it. */
  @Test
  void enginesStillSaySo() throws IOException {
    String sources = sources();
    Properties told = new Properties();
    try (Reader reader =
        Files.newBufferedReader(
            Path.of("src/main/resources/org/facewright/ui/text/told.properties"))) {
      told.load(reader);
    }
    for (String key : told.stringPropertyNames()) {
      for (String piece : pieces(told.getProperty(key))) {
        assertThat(sources.contains(piece)).as("%s: \"%s\"", key, piece).isTrue();
      }
    }
  }

  /** What stands between gaps and full stops; engines put sentences together there. */
  private static List<String> pieces(String pattern) {
    return Arrays.stream(pattern.replace("''", "'").split("\\{\\d}|[:.;(),%/]"))
        .map(String::strip)
        .filter(piece -> piece.length() > 3)
        .toList();
  }

  /** All of the program and its catalogues, with literals that are broken over lines joined. */
  private static String sources() throws IOException {
    try (Stream<Path> program = Files.walk(Path.of("src/main"));
        Stream<Path> models = Files.list(Path.of("models"))) {
      return Stream.concat(program, models)
          .filter(file -> file.toString().matches(".*\\.(java|json)"))
          .map(ToldTest::text)
          .collect(Collectors.joining("\n"))
          .replaceAll("\"\\s*\\+\\s*\"|\\\\\\n\\s*", "");
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
