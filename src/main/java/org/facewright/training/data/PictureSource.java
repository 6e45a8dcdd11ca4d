package org.facewright.training.data;

import java.io.IOException;
import org.facewright.image.PlanarImage;

/** The pictures of a training set by number. Must be safe for several threads. */
@FunctionalInterface
public interface PictureSource {
  /**
   * Reads and decodes a picture.
   *
   * @throws IOException naming the file when it is missing or broken
   */
  PlanarImage read(int number) throws IOException;
}
