package org.facewright.app.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.facewright.app.report.Page;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.ImageState;
import org.facewright.project.Project;

/** Faces that show what a pipeline did. */
final class ReportFaces {
  private static final int CLEANED = 5;
  private static final int NEW = 8;
  private static final int OF_EACH = 24;
  private static final int VARIANTS = 14;

  private final Project project;

  ReportFaces(Project project) {
    this.project = project;
  }

  /** Those imported identities that lost the most. */
  void beforeAndAfter(Page page) throws IOException {
    List<Identity> shown =
        project.identities().all().stream()
            .filter(identity -> !identity.origin().synthetic())
            .sorted(Comparator.comparingInt((Identity one) -> -one.rejected() - one.ambiguous()))
            .limit(CLEANED)
            .toList();
    for (Identity identity : shown) {
      List<FaceImage> images = project.images().of(identity.id());
      page.faces("%s, as imported".formatted(identity.label()), faces(images, OF_EACH, true));
      List<FaceImage> kept =
          images.stream().filter(image -> image.state() == ImageState.KEPT).toList();
      page.faces("%s, what is kept".formatted(identity.label()), faces(kept, OF_EACH, false));
    }
  }

  /** Some new identities. */
  void newPeople(Page page) throws IOException {
    List<Identity> shown =
        project.identities().all().stream()
            .filter(identity -> identity.origin().synthetic())
            .limit(NEW)
            .toList();
    for (Identity identity : shown) {
      page.faces(identity.label(), faces(project.images().of(identity.id()), VARIANTS, false));
    }
  }

  private List<Page.Face> faces(List<FaceImage> images, int most, boolean marked)
      throws IOException {
    List<Page.Face> faces = new ArrayList<>();
    for (FaceImage image : images.subList(0, Math.min(most, images.size()))) {
      String state = image.state().name().toLowerCase(Locale.ROOT);
      faces.add(
          new Page.Face(project.face(image), marked ? state : "", image.name() + ", " + state));
    }
    return faces;
  }
}
