package org.facewright.inference.catalogue;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One file of a model as its source has it.
 *
 * @param name plain file name under which it is installed; the first file of a model is its network
 * @param from path inside the source: in the package, or relative to the catalogue's folder, or
 *     appended to the URL
 * @param sha256 of the file at its source, 64 hex digits; null only for a user's own file
 * @param size in bytes; -1 only for a user's own file
 */
public record ModelFile(String name, String from, @Nullable String sha256, long size) {
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,120}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  public ModelFile {
    if (!PLAIN_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("\"" + name + "\" is no plain file name");
    }
    if (sha256 != null) {
      sha256 = sha256.toLowerCase(Locale.ROOT);
      if (!HASH.matcher(sha256).matches()) {
        throw new IllegalArgumentException("\"" + sha256 + "\" is no sha-256 in hex");
      }
    }
  }
}
