package org.facewright.project;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/** The SHA-256 of some bytes: an image's name for ever. Immutable. */
public final class ContentHash {
  public static final int BYTES = 32;

  private final byte[] bytes;

  private ContentHash(byte[] bytes) {
    this.bytes = bytes;
  }

  public static ContentHash of(byte[] content) {
    return new ContentHash(digest().digest(content));
  }

  /** A hash that was computed before; copies the 32 bytes. */
  public static ContentHash ofBytes(byte[] hash) {
    if (hash.length != BYTES) {
      throw new IllegalArgumentException("a SHA-256 has 32 bytes, not " + hash.length);
    }
    return new ContentHash(hash.clone());
  }

  public static ContentHash ofHex(String hex) {
    return ofBytes(HexFormat.of().parseHex(hex));
  }

  /** A fresh SHA-256. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public byte[] toBytes() {
    return bytes.clone();
  }

  /** The first 16 bytes, enough to tell any two images of a project apart. */
  public Key key() {
    return new Key(longAt(0), longAt(8));
  }

  private long longAt(int offset) {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = value << 8 | bytes[offset + i] & 0xff;
    }
    return value;
  }

  /** Half a hash as two big-endian longs: what flat files are keyed by. */
  public record Key(long high, long low) {}

  @Override
  public boolean equals(Object other) {
    return other instanceof ContentHash that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Objects.hash((int) longAt(0), (int) longAt(8));
  }

  /** 64 hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
