package org.facewright.generation.prompt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with places for axes. {@code {hair}} is the wording of an axis; <code>{? with {hair}}
 * </code> is left out when an axis in it says nothing; {@code a(n)} becomes "a" or "an". Immutable.
 */
public final class PromptTemplate {
  private static final Pattern ARTICLE = Pattern.compile("\\b([aA])\\(n\\)(\\s+)(\\w*)");
  private static final Pattern VOWEL =
      Pattern.compile("(?i)(?!uni|use|usu|eu|one)[aeiou].*|(?i)hour.*|(?i)hones.*");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern LOOSE = Pattern.compile("\\s+([,.;])");

  /** A part of the sentence. */
  private sealed interface Part {}

  private record Text(String text) implements Part {}

  private record Place(String axis) implements Part {}

  private record Optionally(List<Part> parts) implements Part {}

  private final String source;
  private final List<Part> parts;
  private final Set<String> axes = new LinkedHashSet<>();
  private int at;

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException where braces do not match
   */
  public PromptTemplate(String source) {
    this.source = source;
    this.parts = parse(false);
    if (at != source.length()) {
      throw new IllegalArgumentException("a } too many in: " + source);
    }
  }

  /** The axes that it names. */
  public Set<String> axes() {
    return Set.copyOf(axes);
  }

  private List<Part> parse(boolean inside) {
    List<Part> read = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (at < source.length() && source.charAt(at) != '}') {
      if (source.charAt(at) == '{') {
        read.add(new Text(text.toString()));
        text.setLength(0);
        at++;
        read.add(brace());
      } else {
        text.append(source.charAt(at++));
      }
    }
    read.add(new Text(text.toString()));
    if (inside) {
      close();
    }
    return read;
  }

  private void close() {
    if (at >= source.length()) {
      throw new IllegalArgumentException("a { is never closed in: " + source);
    }
    at++;
  }

  private Part brace() {
    if (at < source.length() && source.charAt(at) == '?') {
      at++;
      return new Optionally(parse(true));
    }
    int end = source.indexOf('}', at);
    if (end < 0) {
      throw new IllegalArgumentException("a { is never closed in: " + source);
    }
    String axis = source.substring(at, end).strip();
    if (axis.isEmpty() || axis.contains("{")) {
      throw new IllegalArgumentException("an axis name is missing in: " + source);
    }
    axes.add(axis);
    at = end + 1;
    return new Place(axis);
  }

  /** The sentence for some wordings, by axis. */
  public String fill(Map<String, String> wordings) {
    StringBuilder filled = new StringBuilder();
    append(parts, wordings, filled);
    String tidy = SPACES.matcher(filled).replaceAll(" ").strip();
    return articles(LOOSE.matcher(tidy).replaceAll("$1"));
  }

  private static void append(List<Part> parts, Map<String, String> wordings, StringBuilder into) {
    for (Part part : parts) {
      switch (part) {
        case Text text -> into.append(text.text());
        case Place place -> into.append(wordings.getOrDefault(place.axis(), ""));
        case Optionally optional -> {
          if (says(optional, wordings)) {
            append(optional.parts(), wordings, into);
          }
        }
      }
    }
  }

  private static boolean says(Optionally optional, Map<String, String> wordings) {
    return optional.parts().stream()
        .allMatch(
            part ->
                !(part instanceof Place place)
                    || !wordings.getOrDefault(place.axis(), "").isBlank());
  }

  private static String articles(String sentence) {
    Matcher matcher = ARTICLE.matcher(sentence);
    return matcher.replaceAll(
        match ->
            Matcher.quoteReplacement(
                match.group(1)
                    + (VOWEL.matcher(match.group(3)).matches() ? "n" : "")
                    + match.group(2)
                    + match.group(3)));
  }

  @Override
  public String toString() {
    return source;
  }
}
