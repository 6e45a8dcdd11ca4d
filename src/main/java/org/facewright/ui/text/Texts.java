package org.facewright.ui.text;

import java.awt.ComponentOrientation;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The words of one package's screens. They stand in {@code texts.properties} beside the package's
 * classes (English, complete) and in {@code texts_de.properties} and {@code texts_zh.properties}
 * (German, Simplified Chinese) where they were translated; what a language lacks is shown in
 * English. The language is that of {@link Locale#getDefault()} when the package is first used, so
 * another one takes effect at the next start. Safe for any thread.
 */
public final class Texts {
  private static final ResourceBundle.Control ENGLISH_OTHERWISE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final ResourceBundle bundle;
  private final Locale locale;

  /** Read once: a wall that is scrolled asks for the same text a hundred times a second. */
  private final Map<String, MessageFormat> patterns = new ConcurrentHashMap<>();

  private Texts(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  /** The words of the package that this class is in. */
  public static Texts of(Class<?> place) {
    return of(place, Locale.getDefault());
  }

  static Texts of(Class<?> place, Locale locale) {
    String name = place.getPackageName() + ".texts";
    return new Texts(
        ResourceBundle.getBundle(name, locale, place.getClassLoader(), ENGLISH_OTHERWISE), locale);
  }

  /**
   * The text as it stands.
   *
   * @throws java.util.MissingResourceException where no language has this key
   */
  public String get(String key) {
    return bundle.getString(key);
  }

  /**
   * The text with its gaps filled, by the rules of {@link MessageFormat}: numbers as the language
   * writes them, and singular and plural by {@code {0,choice,0#no faces|1#one face|1<{0} faces}}.
   *
   * @throws java.util.MissingResourceException where no language has this key
   */
  public String get(String key, @Nullable Object... values) {
    MessageFormat pattern = patterns.computeIfAbsent(key, this::pattern);
    // A pattern keeps notes while it formats.
    synchronized (pattern) {
      return pattern.format(values);
    }
  }

  private MessageFormat pattern(String key) {
    MessageFormat pattern = new MessageFormat(bundle.getString(key), locale);
    for (Format gap : pattern.getFormats()) {
      if (gap instanceof DecimalFormat number) {
        // As everywhere else numbers are written: 0.125 is 0.13.
        number.setRoundingMode(RoundingMode.HALF_UP);
      }
    }
    return pattern;
  }

  /** The language that these words are in is written from right to left. */
  public boolean rightToLeft() {
    return !ComponentOrientation.getOrientation(bundle.getLocale()).isLeftToRight();
  }
}
