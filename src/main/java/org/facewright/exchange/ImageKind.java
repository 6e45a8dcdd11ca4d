package org.facewright.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The picture formats that are taken in, told by their first bytes, never by their name. */
public enum ImageKind {
  JPEG("jpg"),
  PNG("png"),
  WEBP("webp"),
  BMP("bmp");

  /** Bytes that {@link #of} needs to see. */
  public static final int HEAD = 16;

  private final String extension;

  ImageKind(String extension) {
    this.extension = extension;
  }

  /** The usual file extension, without a dot. */
  public String extension() {
    return extension;
  }

  /** The kind of picture that begins with these bytes. */
  public static Optional<ImageKind> of(byte[] head) {
    if (starts(head, 0, 0xff, 0xd8, 0xff)) {
      return Optional.of(JPEG);
    }
    if (starts(head, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
      return Optional.of(PNG);
    }
    if (starts(head, 0, 'R', 'I', 'F', 'F') && starts(head, 8, 'W', 'E', 'B', 'P')) {
      return Optional.of(WEBP);
    }
    // Two letters alone are too little: the two reserved words after the size are zero.
    if (starts(head, 0, 'B', 'M') && starts(head, 6, 0, 0, 0, 0)) {
      return Optional.of(BMP);
    }
    return Optional.empty();
  }

  private static boolean starts(byte[] head, int at, int... magic) {
    if (head.length < at + magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if (Byte.toUnsignedInt(head[at + i]) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** Why these bytes are no picture that can be taken in, or null if they may be one. */
  public static @Nullable String trouble(byte[] bytes) {
    if (bytes.length == 0) {
      return "it is empty";
    }
    if (of(bytes).isPresent()) {
      return null;
    }
    String other = otherKind(bytes);
    return other == null
        ? "it is no JPEG, PNG, WebP or BMP picture"
        : "it is a " + other + " picture; convert it to JPEG or PNG";
  }

  private static @Nullable String otherKind(byte[] bytes) {
    if (starts(bytes, 0, 'G', 'I', 'F', '8')) {
      return "GIF";
    }
    if (starts(bytes, 0, 'I', 'I', 42, 0) || starts(bytes, 0, 'M', 'M', 0, 42)) {
      return "TIFF";
    }
    if (starts(bytes, 4, 'f', 't', 'y', 'p') && bytes.length >= 12) {
      return new String(bytes, 8, 4, StandardCharsets.ISO_8859_1)
          .strip()
          .toUpperCase(java.util.Locale.ROOT);
    }
    return null;
  }
}
