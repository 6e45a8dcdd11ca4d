package org.facewright.ui.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word the window asks for is there, in every language. */
class TextKeysTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern ASKED = Pattern.compile("TEXTS\\s*\\.get\\(\\s*\"([^\"]+)\"");
  private static final Pattern GAP = Pattern.compile("\\{(\\d+)");
  private static final List<String> LANGUAGES = List.of("de", "zh");

  static Stream<Path> bundles() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files.filter(f -> f.endsWith("texts.properties")).sorted().toList().stream();
    }
  }

  /** And what engines say, which is looked up by the English sentence. */
  static Stream<Path> translated() throws IOException {
    return Stream.concat(
        bundles(), Stream.of(RESOURCES.resolve("org/facewright/ui/text/told.properties")));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyTextThatIsAskedForIsThere(Path bundle) throws IOException {
    Set<String> asked = new TreeSet<>();
    for (String source : sources(bundle)) {
      Matcher matcher = ASKED.matcher(source);
      while (matcher.find()) {
        asked.add(matcher.group(1));
      }
    }
    assertThat(keys(bundle)).containsAll(asked);
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void noTextIsLeftThatNobodyAsksFor(Path bundle) throws IOException {
    String all = String.join("\n", sources(bundle));
    assertThat(keys(bundle)).allMatch(key -> isAskedFor(key, all));
  }

  @ParameterizedTest
  @MethodSource("translated")
  void everyBundleIsTranslatedWhole(Path bundle) throws IOException {
    for (String language : LANGUAGES) {
      assertThat(keys(inLanguage(bundle, language))).as(language).isEqualTo(keys(bundle));
    }
  }

  @ParameterizedTest
  @MethodSource("translated")
  void translationsFillTheSameGaps(Path bundle) throws IOException {
    Properties english = read(bundle);
    for (String language : LANGUAGES) {
      Properties other = read(inLanguage(bundle, language));
      for (String key : english.stringPropertyNames()) {
        assertThat(gaps(other.getProperty(key, "")))
            .as("%s in %s", key, language)
            .isEqualTo(gaps(english.getProperty(key)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("translated")
  void aTextWithGapsIsAPatternAndKeepsItsApostrophes(Path bundle) throws IOException {
    for (Path file : Stream.concat(Stream.of(bundle), languages(bundle)).toList()) {
      Properties texts = read(file);
      for (String key : texts.stringPropertyNames()) {
        String text = texts.getProperty(key);
        if (!gaps(text).isEmpty()) {
          assertThat(text.replace("''", "")).as("%s of %s", key, file).doesNotContain("'");
          pattern(text, key, file);
        }
      }
    }
  }

  /** By its name, or by the beginning of its name where code puts the rest to it. */
  private static boolean isAskedFor(String key, String sources) {
    return sources.contains('"' + key + '"')
        || key.contains(".")
            && sources.contains('"' + key.substring(0, key.indexOf('.') + 1) + "\" + ");
  }

  private static void pattern(String text, String key, Path file) {
    try {
      new MessageFormat(text);
    } catch (IllegalArgumentException e) {
      fail("%s of %s is no pattern: %s", key, file, e.getMessage());
    }
  }

  private static Stream<Path> languages(Path bundle) {
    return LANGUAGES.stream().map(l -> inLanguage(bundle, l)).filter(Files::exists);
  }

  private static Path inLanguage(Path bundle, String language) {
    String name = bundle.getFileName().toString();
    return bundle.resolveSibling(name.replace(".properties", "_" + language + ".properties"));
  }

  private static Set<String> gaps(String text) {
    return GAP.matcher(text).results().map(r -> r.group(1)).collect(Collectors.toSet());
  }

  private static List<String> sources(Path bundle) throws IOException {
    try (Stream<Path> files =
        Files.list(SOURCES.resolve(RESOURCES.relativize(bundle).getParent()))) {
      return files.filter(f -> f.toString().endsWith(".java")).map(TextKeysTest::text).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return fail(e);
    }
  }

  private static Set<String> keys(Path bundle) throws IOException {
    return new TreeSet<>(read(bundle).stringPropertyNames());
  }

  private static Properties read(Path file) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    }
    return texts;
  }
}
