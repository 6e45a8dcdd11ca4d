package org.facewright.network.pickle;

/** Why one opcode is refused; the {@link Unpickler} adds which opcode and where. */
public final class PickleRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason a clause without a full stop
   */
  public PickleRefusal(String reason) {
    super(reason);
  }

  /** The reason given; never null, unlike {@link #getMessage()} in general. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
