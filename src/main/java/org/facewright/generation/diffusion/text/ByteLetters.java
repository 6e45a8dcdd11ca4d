package org.facewright.generation.diffusion.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The visible letters that stand for bytes in a byte-level vocabulary (Radford et al., 2019). */
final class ByteLetters {
  private static final int BYTES = 256;

  private final char[] letters = new char[BYTES];
  private final int[] order = new int[BYTES];
  private final byte[] bytes = new byte[2 * BYTES];

  ByteLetters() {
    int at = 0;
    for (int value = 0; value < BYTES; value++) {
      if (visible(value)) {
        letters[value] = (char) value;
        order[at++] = value;
      }
    }
    int next = BYTES;
    for (int value = 0; value < BYTES; value++) {
      if (!visible(value)) {
        letters[value] = (char) next++;
        order[at++] = value;
      }
    }
    for (int value = 0; value < BYTES; value++) {
      bytes[letters[value]] = (byte) value;
    }
  }

  private static boolean visible(int value) {
    return value >= '!' && value <= '~'
        || value >= 0xa1 && value <= 0xac
        || value >= 0xae && value <= 0xff;
  }

  /** All 256 letters in the order in which vocabularies number them. */
  String[] inVocabularyOrder() {
    String[] all = new String[BYTES];
    for (int i = 0; i < BYTES; i++) {
      all[i] = String.valueOf(letters[order[i]]);
    }
    return all;
  }

  /** Text as letters for its UTF-8 bytes. */
  String encode(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder encoded = new StringBuilder(utf8.length);
    for (byte value : utf8) {
      encoded.append(letters[value & 0xff]);
    }
    return encoded.toString();
  }

  /** Back to text; bytes that are cut off in the middle of a character become a mark. */
  String decode(String encoded) {
    ByteArrayOutputStream utf8 = new ByteArrayOutputStream();
    for (int i = 0; i < encoded.length(); i++) {
      char letter = encoded.charAt(i);
      if (letter < bytes.length) {
        utf8.write(bytes[letter]);
      }
    }
    return utf8.toString(StandardCharsets.UTF_8);
  }
}
