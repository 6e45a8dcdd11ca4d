package org.facewright.app;

import java.util.Locale;

/** The languages the window speaks. */
enum Language {
  /** The machine's, as far as the window speaks it, else English. */
  SYSTEM(""),
  ENGLISH("en"),
  GERMAN("de"),
  CHINESE("zh-Hans-CN");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /**
   * The locale of this language. A region's way to write numbers stays where the machine speaks the
   * same language.
   *
   * @param machine the machine's own locale
   */
  Locale locale(Locale machine) {
    Locale chosen = Locale.forLanguageTag(tag);
    boolean same = this == SYSTEM || chosen.getLanguage().equals(machine.getLanguage());
    return same ? machine : chosen;
  }

  /**
   * Makes it the language of this process. To be called before any word is looked up, since words
   * are looked up once; the command line never calls it.
   */
  void speak() {
    Locale machine = Locale.getDefault();
    Locale wanted = locale(machine);
    if (!wanted.equals(machine)) {
      Locale.setDefault(wanted);
    }
  }
}
