package org.facewright.ui.text;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an engine said, in the language of the window. Engines speak English, because what they say
 * is kept: in the project, in logs, in files, on the command line. The sentences of them that
 * people meet in the window stand as patterns in {@code told.properties}, and translated in {@code
 * told_de.properties} and {@code told_zh.properties}; what a gap held is translated in its turn. A
 * sentence that is not there stays as it was said. Safe for any thread.
 */
public final class Told {
  /** Names and halves of sentences: as patterns too short to be looked for in any sentence. */
  private static final Set<String> NAMES = Set.of("job", "doctor", "shown", "model");

  private static final String SENTENCES = "";
  private static final Told HERE = in(Locale.getDefault());

  private final Map<String, List<ToldPattern>> patterns;

  private Told(Map<String, List<ToldPattern>> patterns) {
    this.patterns = patterns;
  }

  /** For another language than the window's. */
  public static Told in(Locale locale) {
    ResourceBundle.Control files =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    String name = Told.class.getPackageName() + ".told";
    ResourceBundle own = ResourceBundle.getBundle(name, locale, files);
    if (own.getLocale().equals(Locale.ROOT)) {
      return new Told(Map.of());
    }
    ResourceBundle english = ResourceBundle.getBundle(name, Locale.ROOT, files);
    Function<String, ToldPattern> pattern =
        key -> new ToldPattern(english.getString(key), own.getString(key), locale);
    // The most telling first: a pattern with many words of its own hits nothing else by chance.
    Comparator<ToldPattern> telling = Comparator.comparingInt(ToldPattern::words).reversed();
    return new Told(
        english.keySet().stream()
            .collect(
                Collectors.groupingBy(
                    Told::area,
                    Collectors.collectingAndThen(
                        Collectors.mapping(pattern, Collectors.toList()),
                        all -> all.stream().sorted(telling).toList()))));
  }

  private static String area(String key) {
    return NAMES.stream().filter(name -> key.startsWith(name + ".")).findFirst().orElse(SENTENCES);
  }

  /** A sentence in the window's language, where it is known. */
  public static String words(String said) {
    return HERE.tell(said);
  }

  /**
   * A name or a sentence of one kind.
   *
   * @param area {@code job} for titles of jobs, {@code doctor} for what is found of the machine,
   *     {@code shown} for what experiments show, {@code model} for models
   */
  public static String words(String area, String said) {
    return HERE.tell(area, said);
  }

  /** Why something failed, in one sentence. */
  public static String why(Throwable problem) {
    String said = problem.getMessage();
    return said == null ? problem.toString() : words(said);
  }

  /** {@link #words(String)} in this language. */
  public String tell(String said) {
    return tell(SENTENCES, said);
  }

  /** {@link #words(String, String)} in this language. */
  public String tell(String area, String said) {
    return patterns.getOrDefault(area, List.of()).stream()
        .map(pattern -> pattern.translate(said, held -> tell(area, held)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(said);
  }
}
