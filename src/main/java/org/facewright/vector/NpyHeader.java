package org.facewright.vector;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The header of a .npy file, versions 1 to 3, C order.
 *
 * <p>Source: NumPy's {@code numpy/lib/format.py}. The header is a Python literal of three known
 * keys; nothing else is accepted, and no more than 64 KB of it.
 *
 * @param type element type
 * @param order byte order of the elements
 * @param shape sizes; empty for a single value
 * @param length bytes of magic and header together, where the data begins
 */
@SuppressWarnings("ArrayRecordComponent")
public record NpyHeader(NpyType type, ByteOrder order, long[] shape, int length) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST = 1 << 16;
  private static final int MOST_DIMENSIONS = 32;
  private static final Pattern DESCRIPTION =
      Pattern.compile("'descr'\\s*:\\s*'([<>|=]?)([A-Za-z]\\d*)'");
  private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9L,\\s]*)\\)");

  /** Reads the header from the start of a file. {@code name} is for messages. */
  static NpyHeader read(InputStream in, String name) throws IOException {
    try {
      byte[] start = need(in, 8);
      if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
        throw new NpyException(name, "this is no .npy file");
      }
      int version = start[6];
      if (version < 1 || version > 3) {
        throw new NpyException(name, ".npy version " + version + " is not known");
      }
      int sizeBytes = version == 1 ? 2 : 4;
      long size = littleEndian(need(in, sizeBytes));
      if (size > LONGEST) {
        throw new NpyException(name, "its header claims " + size + " bytes");
      }
      String text = new String(need(in, (int) size), StandardCharsets.UTF_8);
      return parse(text, 8 + sizeBytes + (int) size, name);
    } catch (EOFException cutOff) {
      throw new NpyException(name, "it ends within its header");
    }
  }

  private static byte[] need(InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }

  private static long littleEndian(byte[] bytes) {
    long value = 0;
    for (int i = bytes.length - 1; i >= 0; i--) {
      value = value << 8 | Byte.toUnsignedLong(bytes[i]);
    }
    return value;
  }

  private static NpyHeader parse(String text, int length, String name) throws NpyException {
    Matcher description = DESCRIPTION.matcher(text);
    Matcher fortran = FORTRAN.matcher(text);
    Matcher shapeText = SHAPE.matcher(text);
    if (!description.find() || !fortran.find() || !shapeText.find()) {
      throw new NpyException(name, "its header is not one that NumPy writes for plain numbers");
    }
    String code = description.group(2);
    NpyType type =
        NpyType.ofCode(code)
            .orElseThrow(
                () -> new NpyException(name, "elements of type '" + code + "' are not read"));
    long[] shape = sizes(shapeText.group(1), name);
    if (fortran.group(1).equals("True") && shape.length > 1) {
      throw new NpyException(
          name, "it is in Fortran order; save it with numpy.ascontiguousarray first");
    }
    boolean big = description.group(1).equals(">");
    ByteOrder order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    NpyHeader header = new NpyHeader(type, order, shape, length);
    header.byteSize(name);
    return header;
  }

  private static long[] sizes(String text, String name) throws NpyException {
    try {
      long[] sizes =
          Pattern.compile(",")
              .splitAsStream(text)
              .map(part -> part.strip().replace("L", ""))
              .filter(part -> !part.isEmpty())
              .mapToLong(Long::parseLong)
              .toArray();
      if (sizes.length <= MOST_DIMENSIONS) {
        return sizes;
      }
    } catch (NumberFormatException tooLarge) {
      // the message below says it
    }
    throw new NpyException(name, "its shape (" + text + ") cannot be");
  }

  /** Number of elements. */
  public long elements() {
    long product = 1;
    for (long size : shape) {
      product = Math.multiplyExact(product, size);
    }
    return product;
  }

  private void byteSize(String name) throws NpyException {
    try {
      Math.multiplyExact(Math.max(elements(), rowLength()), type.bytes());
    } catch (ArithmeticException overflow) {
      throw new NpyException(name, "its shape " + Arrays.toString(shape) + " cannot be");
    }
  }

  /** Bytes of data that must follow. */
  public long byteSize() {
    return elements() * type.bytes();
  }

  /** Size of the first dimension; 1 for a single value. */
  public long rows() {
    return shape.length == 0 ? 1 : shape[0];
  }

  /** Elements of one row: the product of all dimensions but the first. */
  public long rowLength() {
    long product = 1;
    for (int i = 1; i < shape.length; i++) {
      product = Math.multiplyExact(product, shape[i]);
    }
    return product;
  }

  /**
   * A header of version 1 that takes 128 bytes (or a multiple of 64 beyond), as NumPy aligns it.
   */
  static byte[] write(NpyType type, long[] shape) {
    String sizes = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
    String dictionary =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }"
            .formatted(type.descriptor(), shape.length == 1 ? sizes + "," : sizes);
    int total = Math.max(128, (10 + dictionary.length() + 1 + 63) / 64 * 64);
    byte[] bytes = new byte[total];
    Arrays.fill(bytes, (byte) ' ');
    System.arraycopy(MAGIC, 0, bytes, 0, MAGIC.length);
    bytes[6] = 1;
    bytes[7] = 0;
    bytes[8] = (byte) (total - 10);
    bytes[9] = (byte) ((total - 10) >> 8);
    byte[] text = dictionary.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, bytes, 10, text.length);
    bytes[total - 1] = '\n';
    return bytes;
  }
}
