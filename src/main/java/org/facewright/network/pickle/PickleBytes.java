package org.facewright.network.pickle;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A Python byte string that stays where it lies in the file until it is asked for.
 *
 * <p>Python 3 writes byte strings in protocols 0 to 2 as text of the code points 0 to 255, so the
 * stored form is then UTF-8 and longer than the bytes. Valid as long as the file is mapped.
 */
public final class PickleBytes {
  private final MemorySegment stored;
  private final long offset;
  private final long length;
  private final boolean latin1AsUtf8;

  PickleBytes(MemorySegment stored, long offset, long length, boolean latin1AsUtf8) {
    this.stored = stored;
    this.offset = offset;
    this.length = length;
    this.latin1AsUtf8 = latin1AsUtf8;
  }

  static PickleBytes of(byte[] bytes) {
    return new PickleBytes(MemorySegment.ofArray(bytes), 0, bytes.length, false);
  }

  /** The same bytes taken as UTF-8 text. */
  PickleText asText() {
    return new PickleText(stored, offset, length);
  }

  /** Bytes that it takes in the file: as many as {@link #toArray} gives, or up to twice that. */
  public long storedLength() {
    return length;
  }

  /** Whether it can be this many bytes: certain for bytes, a range for those kept as text. */
  public boolean canBe(long count) {
    return count == length || (latin1AsUtf8 && count < length && count >= length / 2);
  }

  /** Whether both are stored as the same bytes. */
  public boolean sameAs(PickleBytes other) {
    return length == other.length
        && stored.asSlice(offset, length).mismatch(other.stored.asSlice(other.offset, length)) < 0;
  }

  /** Where it starts in the file. */
  public long offset() {
    return offset;
  }

  /**
   * A copy of the bytes.
   *
   * @throws PickleRefusal if they are more than {@code most}, or the text holds no bytes
   */
  public byte[] toArray(long most) throws PickleRefusal {
    if (length > (latin1AsUtf8 ? 2 * most : most) || length > Integer.MAX_VALUE - 16) {
      throw new PickleRefusal("a byte string of " + length + " bytes where " + most + " may be");
    }
    byte[] raw = stored.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
    return latin1AsUtf8 ? decode(raw) : raw;
  }

  private static byte[] decode(byte[] utf8) throws PickleRefusal {
    ByteArrayOutputStream out = new ByteArrayOutputStream(utf8.length);
    for (int i = 0; i < utf8.length; i++) {
      int lead = Byte.toUnsignedInt(utf8[i]);
      if (lead < 0x80) {
        out.write(lead);
      } else if ((lead == 0xc2 || lead == 0xc3)
          && i + 1 < utf8.length
          && (utf8[i + 1] & 0xc0) == 0x80) {
        out.write(((lead & 3) << 6) | (utf8[++i] & 0x3f));
      } else {
        throw new PickleRefusal("its text stands for bytes, but holds more than code points 0-255");
      }
    }
    return out.toByteArray();
  }
}
