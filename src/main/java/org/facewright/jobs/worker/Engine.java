package org.facewright.jobs.worker;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Something that answers requests: in this process, or in a worker. One request at a time.
 *
 * <p>Whoever calls does not see which of the two it is, except that a worker can die ({@link
 * WorkerDiedException}).
 */
public interface Engine extends AutoCloseable {
  /** A task's answer: text (JSON by custom) and bytes. */
  @SuppressWarnings("ArrayRecordComponent") // Read once by the caller.
  record Reply(String header, byte[] body) {}

  /**
   * Runs a request to its end.
   *
   * @param header what is asked, JSON by custom
   * @param stopping turns true when the answer is no longer wanted
   * @throws WorkerException if it failed; the message is a plain sentence
   */
  Reply call(String header, byte[] body, BooleanSupplier stopping, Consumer<String> log)
      throws WorkerException;

  @Override
  void close();
}
