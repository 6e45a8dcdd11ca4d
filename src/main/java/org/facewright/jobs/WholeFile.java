package org.facewright.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Files that are there whole or not at all: written beside their place and moved into it at once,
 * so that who reads meanwhile sees the old one or the new one, and a kill leaves the old one.
 */
public final class WholeFile {
  /** Ends the name of a file being written. A kill may leave one; the next writing replaces it. */
  public static final String SUFFIX = ".new";

  private WholeFile() {}

  /** Writes a file. */
  @FunctionalInterface
  public interface Writing {
    /**
     * @param fresh where to write
     */
    void to(Path fresh) throws IOException;
  }

  /**
   * Puts a file in its place, with the folders on the way.
   *
   * @throws IOException if it cannot be written; what was there before is untouched
   */
  public static void write(Path file, Writing writing) throws IOException {
    Path place = file.toAbsolutePath();
    Path fresh = place.resolveSibling(place.getFileName() + SUFFIX);
    Files.createDirectories(place.getParent());
    try {
      writing.to(fresh);
      Files.move(fresh, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Puts bytes in the place of a file, as {@link #write(Path, Writing)} does. */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, fresh -> Files.write(fresh, content));
  }

  /** Puts a text in the place of a file (UTF-8), as {@link #write(Path, Writing)} does. */
  public static void write(Path file, String text) throws IOException {
    write(file, fresh -> Files.writeString(fresh, text));
  }
}
