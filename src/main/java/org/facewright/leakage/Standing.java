package org.facewright.leakage;

import java.util.List;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageState;

/** What a person has made of an identity that looks like somebody real. */
public enum Standing {
  /** Nobody has said anything. */
  OPEN,
  /** Kept by a person, who knows how near it is. */
  ACCEPTED,
  /** Out: all its images are rejected. */
  REJECTED;

  /** Of an identity with these images. */
  static Standing of(List<FaceImage> images) {
    if (images.stream().allMatch(image -> image.state() == ImageState.REJECTED)) {
      return REJECTED;
    }
    return images.stream()
            .filter(image -> image.state() != ImageState.REJECTED)
            .allMatch(FaceImage::decided)
        ? ACCEPTED
        : OPEN;
  }
}
