package org.facewright.generation.render;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One array in NumPy's .npy format, versions 1 and 2 (numpy.lib.format): a header in Python
 * literals, then the values in C order.
 *
 * @param type such as {@code <f4}, {@code <f2}, {@code <i4}, {@code <U16}
 * @param shape its dimensions
 * @param bytes the values as stored, little-endian
 */
record NpyArray(String type, int[] shape, ByteBuffer bytes) {
  /** No array of a face model comes near this; a damaged header must not eat the memory. */
  private static final long LIMIT = 512L << 20;

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<|][a-zA-Z]\\d+)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*False");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, ]*)\\)");

  static NpyArray read(InputStream source) throws IOException {
    DataInputStream in = new DataInputStream(source);
    byte[] start = in.readNBytes(8);
    if (start.length < 8 || !Arrays.equals(Arrays.copyOf(start, 6), MAGIC)) {
      throw new IOException("not a NumPy array");
    }
    int length = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
    if (start[6] > 1) {
      length |= Short.toUnsignedInt(Short.reverseBytes(in.readShort())) << 16;
    }
    if (length < 0 || length > 1 << 16) {
      throw new IOException("a header of " + length + " bytes");
    }
    String header = new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    String type = first(TYPE, header);
    if (!ORDER.matcher(header).find()) {
      throw new IOException("an array that is not in C order");
    }
    int[] shape =
        Pattern.compile("[, ]+")
            .splitAsStream(first(SHAPE, header))
            .filter(s -> !s.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
    long size = Arrays.stream(shape).asLongStream().reduce(width(type), Math::multiplyExact);
    if (size > LIMIT) {
      throw new IOException("an array of " + size + " bytes");
    }
    byte[] values = in.readNBytes((int) size);
    if (values.length < size) {
      throw new IOException("cut short: " + values.length + " of " + size + " bytes");
    }
    return new NpyArray(type, shape, ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN));
  }

  private static String first(Pattern pattern, String header) throws IOException {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw new IOException("a header we cannot read: " + header.strip());
    }
    return matcher.group(1);
  }

  private static long width(String type) {
    int width = Integer.parseInt(type.substring(2));
    return type.charAt(1) == 'U' ? 4L * width : width;
  }

  /** The values as floats, from float32 or float16. */
  float[] floats() throws IOException {
    float[] values = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    switch (type) {
      case "<f4" -> bytes.asFloatBuffer().get(0, values);
      case "<f2" -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = Float.float16ToFloat(bytes.getShort(i * 2));
        }
      }
      default -> throw new IOException("values of type " + type + " where floats belong");
    }
    return values;
  }

  int[] ints() throws IOException {
    if (!type.equals("<i4")) {
      throw new IOException("values of type " + type + " where int32 belongs");
    }
    int[] values = new int[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    bytes.asIntBuffer().get(0, values);
    return values;
  }

  /** The values as text, from NumPy's fixed-width UTF-32. */
  String[] strings() throws IOException {
    if (type.charAt(1) != 'U' || shape.length != 1) {
      throw new IOException("values of type " + type + " where text belongs");
    }
    int width = Integer.parseInt(type.substring(2));
    String[] values = new String[shape[0]];
    for (int i = 0; i < values.length; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = 0; k < width; k++) {
        int c = bytes.getInt((i * width + k) * 4);
        if (c != 0) {
          text.appendCodePoint(c);
        }
      }
      values[i] = text.toString();
    }
    return values;
  }
}
