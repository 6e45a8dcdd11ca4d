package org.facewright.network.pickle;

/** A pickle that is damaged or asks for more than its profile allows. Nothing in it was run. */
public final class PickleException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String opcode;
  private final long offset;

  /**
   * @param opcode name of the pickle opcode as in Python's pickletools, or what stood in its place
   *     ("end of data", "zip directory")
   * @param offset byte offset of that opcode, from the start of the pickle
   * @param reason what is wrong, a clause without a full stop
   */
  public PickleException(String opcode, long offset, String reason) {
    super(opcode + " at byte " + offset + ": " + reason);
    this.opcode = opcode;
    this.offset = offset;
  }

  public String opcode() {
    return opcode;
  }

  public long offset() {
    return offset;
  }
}
