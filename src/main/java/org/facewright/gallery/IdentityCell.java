package org.facewright.gallery;

import java.util.List;
import java.util.stream.IntStream;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.ImageState;
import org.facewright.project.Origin;
import org.facewright.ui.wall.FaceLook;
import org.facewright.ui.wall.FaceOrigin;
import org.facewright.ui.wall.FaceState;
import org.facewright.ui.wall.IdentityLook;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.ui.wall.Wall;

/** How identities and their images look on a wall. */
final class IdentityCell {
  private static final int SMALL = 48;

  private IdentityCell() {}

  static Wall<Identity> wall(Thumbnails<FaceKey> thumbnails) {
    return Wall.ofIdentities(IdentityCell::look, thumbnails, SMALL);
  }

  static IdentityLook<FaceKey> look(Identity identity) {
    List<FaceKey> faces =
        IntStream.range(0, Math.min(FaceKey.STRIP, identity.images()))
            .mapToObj(nth -> FaceKey.of(identity.id(), nth))
            .toList();
    return new IdentityLook<>(
        identity.label(),
        faces,
        identity.images(),
        identity.cohesion(),
        shareKept(identity),
        identity.ambiguous(),
        origin(identity.origin()));
  }

  static double shareKept(Identity identity) {
    return identity.unjudged() == identity.images()
        ? Double.NaN
        : (double) identity.kept() / identity.images();
  }

  static FaceOrigin origin(Origin origin) {
    return switch (origin) {
      case IMPORTED -> FaceOrigin.IMPORTED;
      case RENDERED -> FaceOrigin.RENDERED;
      case VEC2FACE -> FaceOrigin.VEC2FACE;
      case SDXL -> FaceOrigin.DIFFUSION;
    };
  }

  static FaceLook look(FaceImage image, FaceOrigin origin) {
    return new FaceLook(
        withoutEnding(image.name()),
        state(image.state()),
        image.decided(),
        origin,
        image.similarity());
  }

  private static String withoutEnding(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static FaceState state(ImageState state) {
    return switch (state) {
      case UNJUDGED, KEPT -> FaceState.KEPT;
      case REJECTED -> FaceState.REJECTED;
      case AMBIGUOUS -> FaceState.AMBIGUOUS;
    };
  }
}
