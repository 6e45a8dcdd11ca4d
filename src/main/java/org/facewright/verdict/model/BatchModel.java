package org.facewright.verdict.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A server that takes many questions in one file and answers within a day for less. Every call but
 * {@link #create} may be repeated freely. Thread-safe.
 */
public interface BatchModel {
  String name();

  Recipient recipient();

  /** The line of the file that asks a question, without its line feed. */
  String line(VisionQuestion question);

  /**
   * Reads a line of the server's output.
   *
   * @throws IOException if the line cannot be read
   */
  BatchLine read(String line) throws IOException;

  /** Sends the file; the server's name for it. */
  String upload(Path file) throws ModelException;

  /**
   * Tells the server to begin.
   *
   * @param marker our own name of the batch, by which {@link #find} finds it again
   * @return the server's name for the batch
   */
  String create(String file, String marker) throws ModelException;

  /** The batch that was created with a marker, if the server knows one. */
  Optional<BatchInfo> find(String marker) throws ModelException;

  BatchInfo look(String batch) throws ModelException;

  /** Fetches a file, whole or not at all. */
  void download(String file, Path to) throws ModelException;

  /** Asks the server to stop; what is answered by then is billed and can be fetched. */
  void cancel(String batch) throws ModelException;
}
