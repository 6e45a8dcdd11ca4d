package org.facewright.assembly;

import java.util.List;
import org.facewright.project.ContentHash;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.ImageStore;
import org.facewright.project.release.SourcePart;

/**
 * An identity that a release may take.
 *
 * @param faces its images that count, in the project's order
 */
record Candidate(Identity identity, SourcePart part, List<Face> faces) {
  /**
   * An image that counts.
   *
   * @param hash of its aligned face
   * @param location of its aligned face
   */
  record Face(FaceImage image, ContentHash hash, ImageStore.Location location) {}

  String label() {
    return identity.label();
  }
}
