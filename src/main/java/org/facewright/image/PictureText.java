package org.facewright.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A text inside an encoded picture: where it comes from. PNG keeps it as an iTXt chunk, JPEG as a
 * comment segment; the pixels are untouched. Stateless.
 */
public final class PictureText {
  private static final String KEY = "Facewright";
  private static final byte[] PREFIX = (KEY + "\0").getBytes(StandardCharsets.US_ASCII);
  private static final int PNG_START = 8;
  private static final int CHUNK_FRAME = 12;
  private static final int HEADER_CHUNK = 25;
  private static final int COMMENT = 0xFE;
  private static final int SCAN = 0xDA;
  private static final int LONGEST_COMMENT = 65_533;

  private PictureText() {}

  /**
   * The same picture with the text in it.
   *
   * @throws IllegalArgumentException if it is neither PNG nor JPEG, or the text too long for JPEG
   */
  public static byte[] with(byte[] picture, String text) {
    byte[] words = text.getBytes(StandardCharsets.UTF_8);
    if (isPng(picture)) {
      return insert(picture, PNG_START + HEADER_CHUNK, chunk(words));
    }
    if (isJpeg(picture)) {
      if (words.length + PREFIX.length > LONGEST_COMMENT) {
        throw new IllegalArgumentException("a JPEG's comment cannot hold " + words.length);
      }
      return insert(picture, afterFirstSegment(picture), segment(words));
    }
    throw new IllegalArgumentException("neither PNG nor JPEG");
  }

  /** The text that {@link #with} put into a picture. */
  public static Optional<String> of(byte[] picture) {
    return place(picture)
        .map(
            place ->
                new String(
                    picture, place.text(), place.textEnd() - place.text(), StandardCharsets.UTF_8));
  }

  /** The picture without that text. */
  public static byte[] without(byte[] picture) {
    byte[] left = picture;
    Optional<Place> place = place(left);
    while (place.isPresent()) {
      byte[] shorter = Arrays.copyOf(left, left.length - place.get().length());
      int end = place.get().start() + place.get().length();
      System.arraycopy(left, end, shorter, place.get().start(), left.length - end);
      left = shorter;
      place = place(left);
    }
    return left;
  }

  /** Where a text lies: its whole chunk, and the words in it. */
  private record Place(int start, int length, int text, int textEnd) {}

  private static Optional<Place> place(byte[] picture) {
    return isPng(picture) ? inPng(picture) : isJpeg(picture) ? inJpeg(picture) : Optional.empty();
  }

  private static boolean isPng(byte[] picture) {
    return picture.length > PNG_START + HEADER_CHUNK
        && (picture[0] & 0xff) == 0x89
        && picture[1] == 'P'
        && picture[2] == 'N';
  }

  private static boolean isJpeg(byte[] picture) {
    return picture.length > 6 && (picture[0] & 0xff) == 0xff && (picture[1] & 0xff) == 0xd8;
  }

  private static byte[] chunk(byte[] words) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes("iTXt".getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(PREFIX);
    body.writeBytes(new byte[4]); // not compressed, no language, no translated key
    body.writeBytes(words);
    byte[] bytes = body.toByteArray();
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return ByteBuffer.allocate(bytes.length + 8)
        .putInt(bytes.length - 4)
        .put(bytes)
        .putInt((int) sum.getValue())
        .array();
  }

  private static Optional<Place> inPng(byte[] picture) {
    ByteBuffer in = ByteBuffer.wrap(picture);
    int at = PNG_START;
    while (at + CHUNK_FRAME <= picture.length) {
      int length = in.getInt(at);
      if (length < 0 || at + CHUNK_FRAME + (long) length > picture.length) {
        return Optional.empty();
      }
      int body = at + 8;
      if (in.getInt(at + 4) == 0x69545874 && starts(picture, body, length)) {
        int text = body + PREFIX.length + 4;
        return Optional.of(new Place(at, CHUNK_FRAME + length, text, body + length));
      }
      at += CHUNK_FRAME + length;
    }
    return Optional.empty();
  }

  private static byte[] segment(byte[] words) {
    return ByteBuffer.allocate(4 + PREFIX.length + words.length)
        .put((byte) 0xff)
        .put((byte) COMMENT)
        .putShort((short) (2 + PREFIX.length + words.length))
        .put(PREFIX)
        .put(words)
        .array();
  }

  /** Behind JFIF's segment, which has to be the first. */
  private static int afterFirstSegment(byte[] picture) {
    boolean jfif = (picture[3] & 0xff) == 0xe0;
    return jfif ? 4 + length(picture, 4) : 2;
  }

  private static int length(byte[] picture, int at) {
    return (picture[at] & 0xff) << 8 | (picture[at + 1] & 0xff);
  }

  private static Optional<Place> inJpeg(byte[] picture) {
    int at = 2;
    while (at + 4 < picture.length && (picture[at] & 0xff) == 0xff) {
      int marker = picture[at + 1] & 0xff;
      int length = length(picture, at + 2);
      if (marker == SCAN || length < 2 || at + 2 + length > picture.length) {
        return Optional.empty();
      }
      if (marker == COMMENT && starts(picture, at + 4, length - 2)) {
        return Optional.of(new Place(at, 2 + length, at + 4 + PREFIX.length, at + 2 + length));
      }
      at += 2 + length;
    }
    return Optional.empty();
  }

  private static boolean starts(byte[] picture, int at, int length) {
    return length >= PREFIX.length
        && Arrays.equals(picture, at, at + PREFIX.length, PREFIX, 0, PREFIX.length);
  }

  private static byte[] insert(byte[] bytes, int at, byte[] more) {
    byte[] all = Arrays.copyOf(bytes, bytes.length + more.length);
    System.arraycopy(more, 0, all, at, more.length);
    System.arraycopy(bytes, at, all, at + more.length, bytes.length - at);
    return all;
  }
}
