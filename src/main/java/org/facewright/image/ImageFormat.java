package org.facewright.image;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The formats that are read, told apart by content, never by name. */
public enum ImageFormat {
  JPEG,
  PNG,
  WEBP,
  BMP,
  GIF;

  /** The format that these bytes begin as. */
  public static Optional<ImageFormat> of(byte[] bytes) {
    if (begins(bytes, 0, 0xff, 0xd8, 0xff)) {
      return Optional.of(JPEG);
    }
    if (begins(bytes, 0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
      return Optional.of(PNG);
    }
    if (begins(bytes, "RIFF", 0) && begins(bytes, "WEBP", 8)) {
      return Optional.of(WEBP);
    }
    if (begins(bytes, "GIF87a", 0) || begins(bytes, "GIF89a", 0)) {
      return Optional.of(GIF);
    }
    return begins(bytes, "BM", 0) && bytes.length > 14 ? Optional.of(BMP) : Optional.empty();
  }

  private static boolean begins(byte[] bytes, String text, int at) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    int[] wanted = new int[ascii.length];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = ascii[i];
    }
    return begins(bytes, at, wanted);
  }

  private static boolean begins(byte[] bytes, int at, int... wanted) {
    if (bytes.length < at + wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if ((bytes[at + i] & 0xff) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
