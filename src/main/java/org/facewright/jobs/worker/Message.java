package org.facewright.jobs.worker;

/**
 * One message between the program and a worker.
 *
 * @param type what it is
 * @param id which request it belongs to, 0 for none
 * @param header text, JSON by custom; its meaning belongs to the task
 * @param body bytes, their meaning belongs to the task (pictures, float matrices)
 */
@SuppressWarnings("ArrayRecordComponent") // A message is written or read once.
public record Message(Type type, int id, String header, byte[] body) {
  /** What a message is. The order is the wire's code: only ever add at the end. */
  public enum Type {
    /** Worker to program, once at the start: header = protocol version. */
    HELLO,
    /** Program to worker: run this. */
    REQUEST,
    /** Worker to program: the answer to a request. */
    RESULT,
    /** Worker to program: the request failed; header = one plain sentence. */
    ERROR,
    /** Worker to program: a line for the job's log. */
    LOG,
    /** Program to worker: give up the request at the next item. */
    CANCEL,
    /** Program to worker: end. */
    BYE
  }

  private static final byte[] NOTHING = {};

  public static Message text(Type type, int id, String header) {
    return new Message(type, id, header, NOTHING);
  }
}
