package org.facewright.image;

import java.util.List;

/**
 * What a decoder must know of a baseline JPEG before its scan.
 *
 * @param colours grey has one component; otherwise brightness, blue and red difference
 * @param restart units between two restart markers, 0 for none
 * @param scan where its bits begin
 */
record JpegFrame(int width, int height, List<Component> colours, int restart, int scan) {
  /**
   * A component.
   *
   * @param across blocks that a unit holds side by side
   * @param down blocks that a unit holds one above the other
   * @param steps of quantisation, along the diagonals
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
  record Component(int across, int down, int[] steps, JpegCodes first, JpegCodes others) {}
}
