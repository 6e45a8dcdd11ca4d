package org.facewright.network.pickle;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** The literals of the text protocol (0), and long integers. */
final class PickleLiterals {
  private PickleLiterals() {}

  /** {@code I01} and {@code I00} are booleans, anything else a decimal number. */
  static Object integer(byte[] line) throws PickleRefusal {
    String text = ascii(line);
    return switch (text) {
      case "01" -> true;
      case "00" -> false;
      default -> decimal(text);
    };
  }

  static Object longInteger(byte[] line) throws PickleRefusal {
    String text = ascii(line);
    return decimal(text.endsWith("L") ? text.substring(0, text.length() - 1) : text);
  }

  static long index(byte[] line) throws PickleRefusal {
    Object number = decimal(ascii(line));
    if (number instanceof Long index && index >= 0) {
      return index;
    }
    throw new PickleRefusal("a memo index of " + number);
  }

  private static Object decimal(String text) throws PickleRefusal {
    try {
      return shrink(new BigInteger(text));
    } catch (NumberFormatException notDecimal) {
      throw new PickleRefusal("a number that is not decimal");
    }
  }

  static Object littleEndian(byte[] bytes) {
    if (bytes.length == 0) {
      return 0L;
    }
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return shrink(new BigInteger(reversed));
  }

  private static Object shrink(BigInteger number) {
    return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
  }

  static Double real(byte[] line) throws PickleRefusal {
    try {
      return Double.valueOf(ascii(line));
    } catch (NumberFormatException notReal) {
      throw new PickleRefusal("a number that is no floating-point number");
    }
  }

  static String ascii(byte[] line) {
    return new String(line, StandardCharsets.ISO_8859_1);
  }

  /** Undoes Python 2's {@code repr} of a byte string. */
  static byte[] quoted(byte[] line) throws PickleRefusal {
    int last = line.length - 1;
    if (last < 1 || (line[0] != '\'' && line[0] != '"') || line[last] != line[0]) {
      throw new PickleRefusal("a string without its quotes");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(line.length);
    int i = 1;
    while (i < last) {
      if (line[i] == '\\' && i + 1 < last) {
        i = escape(line, i + 1, last, out);
      } else {
        out.write(line[i++]);
      }
    }
    return out.toByteArray();
  }

  private static int escape(byte[] line, int at, int last, ByteArrayOutputStream out)
      throws PickleRefusal {
    int simple = "\\'\"nrtbfva".indexOf(line[at]);
    if (simple >= 0) {
      out.write("\\'\"\n\r\t\b\f\u000b\u0007".charAt(simple));
      return at + 1;
    }
    boolean hex = line[at] == 'x';
    int from = hex ? at + 1 : at;
    int to = from + (hex ? 2 : 3);
    if (to > last) {
      throw new PickleRefusal("a string that ends within an escape");
    }
    out.write(digits(line, from, to, hex ? 16 : 8));
    return to;
  }

  private static int digits(byte[] line, int from, int to, int radix) throws PickleRefusal {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(line[i], radix);
      if (digit < 0) {
        throw new PickleRefusal("a string with an escape that is not known");
      }
      value = value * radix + digit;
    }
    return value;
  }

  /** Python's raw-unicode-escape: Latin-1 with {@code \}{@code uXXXX} and {@code \}{@code U...}. */
  static PickleText rawUnicode(byte[] line) throws PickleRefusal {
    StringBuilder out = new StringBuilder(line.length);
    int i = 0;
    while (i < line.length) {
      boolean escape = line[i] == '\\' && i + 1 < line.length;
      int width = !escape ? 0 : line[i + 1] == 'u' ? 4 : line[i + 1] == 'U' ? 8 : 0;
      if (width == 0) {
        out.append((char) Byte.toUnsignedInt(line[i++]));
      } else {
        int to = i + 2 + width;
        int point = to > line.length ? -1 : digits(line, i + 2, to, 16);
        if (!Character.isValidCodePoint(point)) {
          throw new PickleRefusal("text with an escape that is no character");
        }
        out.appendCodePoint(point);
        i = to;
      }
    }
    return PickleText.of(out.toString());
  }
}
