package org.facewright.assembly;

/** A recipe that this project cannot fill. The message is one plain sentence with the way out. */
public final class AssemblyException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong, for callers that act on it. */
  public enum Reason {
    /** No identity has enough images that count. */
    NOTHING_USABLE,
    /** There are fewer identities than the recipe asks for. */
    FEWER_THAN_ASKED,
    /** No synthetic identity is left to take a place. */
    NO_REPLACEMENT,
    /** Images have no embedding, so nobody can say how hard they are. */
    NOT_MEASURED
  }

  private final Reason reason;

  public AssemblyException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
