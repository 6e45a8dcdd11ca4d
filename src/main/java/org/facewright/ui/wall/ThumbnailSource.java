package org.facewright.ui.wall;

import java.io.IOException;
import org.facewright.image.RgbImage;

/** Where small pictures come from. Called from several worker threads at once. */
public interface ThumbnailSource<K> {
  /**
   * A small picture of what the key names.
   *
   * @param edge how many pixels the longer side should have; a larger picture is scaled down by the
   *     caller, a smaller one is shown as it is
   * @throws IOException when it cannot be read; the message names the file in one plain sentence
   */
  RgbImage thumbnail(K key, int edge) throws IOException;
}
