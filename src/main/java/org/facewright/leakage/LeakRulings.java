package org.facewright.leakage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.project.Ruling;

/**
 * Turns accepting and rejecting an identity into rulings about its images, to be taken as one
 * decision, which one undo takes back. What is rejected is in no later set. Stateless.
 */
public final class LeakRulings {
  private LeakRulings() {}

  /** Rejects every image of these identities. */
  public static List<Ruling> reject(Project project, Collection<Long> identities) {
    return rulings(project, identities, ImageState.REJECTED);
  }

  /**
   * Keeps these identities though they look like somebody. Rejected images stay rejected, unless
   * all are: then the identity comes back whole.
   */
  public static List<Ruling> accept(Project project, Collection<Long> identities) {
    return rulings(project, identities, ImageState.KEPT);
  }

  private static List<Ruling> rulings(
      Project project, Collection<Long> identities, ImageState wanted) {
    List<Ruling> rulings = new ArrayList<>();
    for (long identity : new LinkedHashSet<>(identities)) {
      List<FaceImage> images = project.images().of(identity);
      boolean gone = images.stream().allMatch(image -> image.state() == ImageState.REJECTED);
      for (FaceImage image : images) {
        if (wanted == ImageState.REJECTED || gone || image.state() != ImageState.REJECTED) {
          rulings.add(Ruling.of(image.id(), wanted));
        }
      }
    }
    return rulings;
  }

  /** Who has a listed pair above a similarity; the report lists all above .5 up to its limit. */
  public static Set<Long> above(LeakReport report, double similarity) {
    Set<Long> identities = new LinkedHashSet<>();
    for (LeakPair pair : report.pairs()) {
      if (pair.similarity() > similarity) {
        identities.add(pair.identity());
      }
    }
    return identities;
  }
}
