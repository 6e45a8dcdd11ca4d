package org.facewright.ui.text;

import java.text.DecimalFormatSymbols;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One sentence of an engine: what it looks like in English, and what is said instead. */
final class ToldPattern {
  private static final Pattern GAP = Pattern.compile("\\{(\\d+)}");

  /** Not "12.480", which some engine may have written for a German reader already. */
  private static final Pattern ENGLISH_NUMBER =
      Pattern.compile("[+-]?([1-9]\\d{0,2}(,\\d{3})+|\\d+\\.\\d{1,2}|0\\.\\d+)( %| GB)?");

  private static final Pattern COUNT = Pattern.compile("\\d[\\d.,]*");

  private final String start;
  private final Pattern english;
  private final List<Integer> gaps = new ArrayList<>();
  private final MessageFormat own;
  private final String plain;
  private final DecimalFormatSymbols symbols;
  private final int words;

  ToldPattern(String english, String own, Locale locale) {
    Matcher gap = GAP.matcher(english);
    StringBuilder pattern = new StringBuilder();
    int at = 0;
    while (gap.find()) {
      pattern.append(Pattern.quote(spoken(english.substring(at, gap.start())))).append("(.+?)");
      gaps.add(Integer.parseInt(gap.group(1)));
      at = gap.end();
    }
    boolean whole = gaps.isEmpty();
    String rest = english.substring(at);
    pattern.append(Pattern.quote(whole ? rest : spoken(rest)));
    this.english = Pattern.compile(pattern.toString(), Pattern.DOTALL);
    this.start = whole ? english : spoken(english.substring(0, english.indexOf('{')));
    this.own = new MessageFormat(whole ? "" : own, locale);
    this.plain = own;
    this.symbols = DecimalFormatSymbols.getInstance(locale);
    this.words = english.length() - 3 * gaps.size();
  }

  /** Apostrophes of a pattern with gaps are written twice. */
  private static String spoken(String text) {
    return text.replace("''", "'");
  }

  /** How much of it is no gap. */
  int words() {
    return words;
  }

  /**
   * The translation, if this is what was said.
   *
   * @param within what translates the contents of gaps
   */
  Optional<String> translate(String said, UnaryOperator<String> within) {
    if (!said.startsWith(start)) {
      return Optional.empty();
    }
    Matcher matcher = english.matcher(said);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(gaps.isEmpty() ? plain : filled(matcher, within));
  }

  private String filled(Matcher matcher, UnaryOperator<String> within) {
    Object[] values = new Object[gaps.stream().mapToInt(g -> g + 1).max().orElse(0)];
    // A pattern keeps notes while it formats.
    synchronized (own) {
      Format[] formats = own.getFormatsByArgumentIndex();
      for (int i = 0; i < gaps.size(); i++) {
        int gap = gaps.get(i);
        String held = matcher.group(i + 1);
        boolean counted = gap < formats.length && formats[gap] instanceof NumberFormat;
        values[gap] =
            counted && COUNT.matcher(held).matches()
                ? Double.valueOf(held.replaceAll("[.,]", ""))
                : ENGLISH_NUMBER.matcher(held).matches() ? number(held) : within.apply(held);
      }
      return own.format(values);
    }
  }

  /** Its digits stay; the signs between them become the language's. */
  private String number(String held) {
    StringBuilder text = new StringBuilder();
    for (char sign : held.toCharArray()) {
      text.append(
          switch (sign) {
            case ',' -> symbols.getGroupingSeparator();
            case '.' -> symbols.getDecimalSeparator();
            default -> sign;
          });
    }
    return text.toString();
  }
}
