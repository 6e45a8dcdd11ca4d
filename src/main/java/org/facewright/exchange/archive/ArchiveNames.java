package org.facewright.exchange.archive;

import java.util.List;
import java.util.Locale;

/** Names of archive files. */
final class ArchiveNames {
  private static final List<String> ENDINGS = List.of(".tar.gz", ".tgz", ".tar", ".zip");

  private ArchiveNames() {}

  /** The identity of pictures that lie at the top of an archive: its name without the ending. */
  static String rootName(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    for (String ending : ENDINGS) {
      if (lower.endsWith(ending) && lower.length() > ending.length()) {
        return fileName.substring(0, fileName.length() - ending.length());
      }
    }
    return fileName;
  }
}
