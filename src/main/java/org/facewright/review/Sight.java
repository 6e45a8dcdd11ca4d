package org.facewright.review;

import java.util.List;
import org.facewright.project.FaceImage;

/**
 * What a reviewer sees now.
 *
 * @param anchors images that surely show the person, at most nine
 * @param here what is still asked of this identity, the one in question included
 * @param ahead what comes after that, a few
 * @param left questions left, this one included
 * @param answered in this session
 * @param others what other people said of it, for rulings on conflicts
 */
public record Sight(
    Asked now,
    List<FaceImage> anchors,
    List<Asked> here,
    List<Asked> ahead,
    int left,
    int answered,
    List<Opinion> others) {
  /** A question and the image it is about. */
  public record Asked(Question question, FaceImage image) {}

  public Sight {
    anchors = List.copyOf(anchors);
    here = List.copyOf(here);
    ahead = List.copyOf(ahead);
    others = List.copyOf(others);
  }

  public String identity() {
    return now.question().image().identity();
  }
}
