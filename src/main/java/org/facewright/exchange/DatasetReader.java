package org.facewright.exchange;

import org.jspecify.annotations.Nullable;

/**
 * The faces of one dataset, one after another, in the same order on every run.
 *
 * <p>Memory does not grow with the dataset. One thread at a time, any thread.
 */
public interface DatasetReader extends AutoCloseable {
  /** Name of the format, as in {@link DatasetFormats}. */
  String format();

  /** Number of entries, readable or not, or -1 while that is unknown. The first call may count. */
  long size();

  /** Files and entries so far that are no faces (texts, hidden files) and were passed over. */
  default long ignored() {
    return 0;
  }

  /**
   * Passes over entries without reading them: how a job resumes at its cursor.
   *
   * @throws DatasetException as {@link #next}
   */
  void skip(long entries) throws DatasetException;

  /**
   * The next entry, or null after the last. Trouble with one entry comes as an {@link
   * UnreadableEntry}.
   *
   * @throws DatasetException if the source cannot be read from here on
   */
  @Nullable SourceEntry next() throws DatasetException;

  @Override
  void close();
}
