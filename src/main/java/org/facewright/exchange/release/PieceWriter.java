package org.facewright.exchange.release;

import org.facewright.exchange.DatasetException;
import org.facewright.project.release.ReleaseImage;

/** Writes a piece of an export; it is there, whole, once it is finished. One thread. */
interface PieceWriter extends AutoCloseable {
  /**
   * Adds the next picture.
   *
   * @param label its class number
   */
  void add(ReleaseImage image, int label, byte[] picture) throws DatasetException;

  /** Completes the piece; on the disk when it returns. */
  void finish() throws DatasetException;

  @Override
  void close();
}
