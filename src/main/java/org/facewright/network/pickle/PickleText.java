package org.facewright.network.pickle;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A Python text that stays UTF-8 in the file until it is asked for. */
public final class PickleText {
  private static final int LONGEST = 1 << 20;

  private final MemorySegment stored;
  private final long offset;
  private final long length;

  PickleText(MemorySegment stored, long offset, long length) {
    this.stored = stored;
    this.offset = offset;
    this.length = length;
  }

  static PickleText of(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return new PickleText(MemorySegment.ofArray(utf8), 0, utf8.length);
  }

  /** The text, at most a megabyte of it. */
  public String value() throws PickleRefusal {
    if (length > LONGEST) {
      throw new PickleRefusal("a name of " + length + " bytes");
    }
    byte[] utf8 = stored.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new PickleRefusal("text that is not UTF-8");
    }
  }

  /** What Python's {@code text.encode("latin1")} gives. */
  public PickleBytes latin1() {
    return new PickleBytes(stored, offset, length, true);
  }
}
