package org.facewright.review;

import java.util.List;

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
    List<Face> anchors,
    List<Asked> here,
    List<Asked> ahead,
    int left,
    int answered,
    List<Opinion> others) {
  /** A question and the picture it is about. */
  public record Asked(Question question, Face image) {}

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
