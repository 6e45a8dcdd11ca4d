package org.facewright.exchange;

/**
 * Writes a dataset. Nothing is at the target before {@link #finish} returns; closing without it
 * gives the export up and leaves nothing.
 *
 * <p>Faces come identity by identity. Memory does not grow with their number. One thread at a time.
 */
public interface DatasetWriter extends AutoCloseable {
  /**
   * Adds a face; its picture is written as it is.
   *
   * @throws DatasetException if it cannot be written, or its identity had ended before
   */
  void add(FaceEntry face) throws DatasetException;

  /** Completes the dataset, forces it to disk and moves it to its place. */
  void finish() throws DatasetException;

  @Override
  void close();
}
