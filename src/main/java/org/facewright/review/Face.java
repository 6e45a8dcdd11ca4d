package org.facewright.review;

import org.facewright.project.FaceImage;

/**
 * A picture on the page.
 *
 * @param id by which its thumbnail is asked for
 * @param name its file name within the identity, or what stands for it
 * @param similarity to its identity's centre, NaN if nobody said
 * @param decided whether a person has spoken
 */
public record Face(long id, String name, float similarity, boolean decided) {
  static Face of(FaceImage image) {
    return new Face(image.id(), image.name(), image.similarity(), image.decided());
  }
}
