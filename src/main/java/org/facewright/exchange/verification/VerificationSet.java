package org.facewright.exchange.verification;

import java.io.IOException;
import java.util.Locale;

/**
 * Pairs of pictures. Pictures are read when they are asked for. Thread-safe until closed.
 *
 * <p>Pair {@code i} is the pictures {@code 2i} and {@code 2i + 1}.
 */
public interface VerificationSet extends AutoCloseable {
  /** The set's name: its file's or folder's, without an ending. */
  String name();

  /** Number of pairs. */
  int pairs();

  /** Whether a pair shows one person. */
  boolean same(int pair);

  /**
   * One picture as JPEG, PNG, WebP or BMP bytes.
   *
   * @throws IOException if this picture cannot be read; others may
   */
  byte[] image(int index) throws IOException;

  /** Where a picture lies, for people. */
  String place(int index);

  @Override
  void close();

  /** A file's name without the endings that verification sets have. */
  static String nameOf(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    for (String ending : new String[] {".bin.xz", ".bin", ".xz", ".txt", ".npy"}) {
      if (lower.endsWith(ending) && lower.length() > ending.length()) {
        return fileName.substring(0, fileName.length() - ending.length());
      }
    }
    return fileName;
  }
}
