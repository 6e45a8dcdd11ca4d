package org.facewright.network.zip;

/** Which names of archive entries may be used. */
public final class EntryNames {
  private EntryNames() {}

  /** False for absolute names, drive letters, "..", back slashes and control characters. */
  public static boolean safe(String name) {
    if (name.isEmpty() || name.startsWith("/") || name.matches("^[A-Za-z]:.*")) {
      return false;
    }
    if (name.chars().anyMatch(c -> c < ' ' || c == '\\')) {
      return false;
    }
    for (String part : name.split("/", -1)) {
      if (part.equals("..")) {
        return false;
      }
    }
    return true;
  }
}
