package org.facewright.generation.imagine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is at hand beside the model.
 *
 * @param noRecogniser why nobody can look at faces, empty if somebody can
 * @param noPose why poses are not looked at, empty if they are
 * @param expander what would expand references
 * @param listed files of vectors that the page Leakage lists
 */
record AtHand(
    String noRecogniser, String noPose, ImagineDesk.Expander expander, List<Path> listed) {
  static AtHand unknown() {
    return new AtHand("", "", new ImagineDesk.Expander(Optional.empty(), "", ""), List.of());
  }
}
