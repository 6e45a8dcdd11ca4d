package org.facewright.network.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes a pickle of protocol 2, opcode by opcode, as PyTorch's files want it.
 *
 * <p>No memo: nothing that is written here refers to itself. One thread.
 */
public final class PickleWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public PickleWriter() {
    op(Opcode.PROTO).byteValue(2);
  }

  private PickleWriter op(Opcode opcode) {
    return byteValue(opcode.code());
  }

  private PickleWriter byteValue(long value) {
    out.write((int) value);
    return this;
  }

  private PickleWriter littleEndian(long value, int width) {
    for (int i = 0; i < width; i++) {
      byteValue(value >>> (8 * i));
    }
    return this;
  }

  public PickleWriter none() {
    return op(Opcode.NONE);
  }

  public PickleWriter flag(boolean value) {
    return op(value ? Opcode.NEWTRUE : Opcode.NEWFALSE);
  }

  public PickleWriter integer(long value) {
    if (value >= 0 && value < 256) {
      return op(Opcode.BININT1).byteValue(value);
    }
    if (value == (int) value) {
      return op(Opcode.BININT).littleEndian(value, 4);
    }
    return op(Opcode.LONG1).byteValue(8).littleEndian(value, 8);
  }

  public PickleWriter real(double value) {
    return op(Opcode.BINFLOAT)
        .littleEndian(Long.reverseBytes(Double.doubleToRawLongBits(value)), 8);
  }

  public PickleWriter text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    op(Opcode.BINUNICODE).littleEndian(utf8.length, 4);
    out.writeBytes(utf8);
    return this;
  }

  /** Pushes the name of a function or class. */
  public PickleWriter global(String module, String name) {
    op(Opcode.GLOBAL);
    out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public PickleWriter mark() {
    return op(Opcode.MARK);
  }

  /** Makes a tuple of all values above the last mark. */
  public PickleWriter tuple() {
    return op(Opcode.TUPLE);
  }

  public PickleWriter emptyTuple() {
    return op(Opcode.EMPTY_TUPLE);
  }

  public PickleWriter emptyList() {
    return op(Opcode.EMPTY_LIST);
  }

  /** Appends all values above the last mark to the list below it. */
  public PickleWriter appends() {
    return op(Opcode.APPENDS);
  }

  public PickleWriter emptyDict() {
    return op(Opcode.EMPTY_DICT);
  }

  /** Sets all pairs above the last mark in the dictionary below it. */
  public PickleWriter setItems() {
    return op(Opcode.SETITEMS);
  }

  /** Calls the global below the tuple on top. */
  public PickleWriter reduce() {
    return op(Opcode.REDUCE);
  }

  /** Gives the value below the top its state. */
  public PickleWriter build() {
    return op(Opcode.BUILD);
  }

  /** Turns the value on top into a persistent id. */
  public PickleWriter persistentId() {
    return op(Opcode.BINPERSID);
  }

  /** The finished pickle. Call once, last. */
  public byte[] finish() {
    op(Opcode.STOP);
    return out.toByteArray();
  }
}
