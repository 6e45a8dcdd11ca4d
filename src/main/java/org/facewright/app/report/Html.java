package org.facewright.app.report;

/** Text in HTML. */
final class Html {
  private Html() {}

  /** The text as it is meant to be read, wherever it stands. */
  static String text(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
