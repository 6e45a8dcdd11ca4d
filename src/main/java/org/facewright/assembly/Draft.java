package org.facewright.assembly;

import java.util.List;
import org.facewright.project.release.Composition;
import org.facewright.project.release.ReleaseImage;

/**
 * What a recipe comes to, before anything is made of it. Immutable.
 *
 * @param images in the release's order; changed pictures are not made yet
 */
public record Draft(List<ReleaseImage> images, Composition composition) {
  public Draft {
    images = List.copyOf(images);
  }
}
