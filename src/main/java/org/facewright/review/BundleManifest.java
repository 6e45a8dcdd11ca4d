package org.facewright.review;

import java.time.Instant;
import java.util.List;

/**
 * {@code bundle.json}: what is asked.
 *
 * @param format 1
 * @param id unique; decisions that come back name it
 * @param project its name, for people
 * @param from who exported it
 * @param blind whether the experts' votes were left out
 */
public record BundleManifest(
    int format,
    String id,
    String project,
    String from,
    Instant created,
    boolean blind,
    List<Asked> questions) {
  static final int FORMAT = 1;

  public BundleManifest {
    questions = List.copyOf(questions);
  }

  /**
   * A question with its references.
   *
   * @param anchors hashes of images that certainly show the person; their pictures are in the
   *     bundle, as is the question's
   */
  public record Asked(Question question, List<String> anchors) {
    public Asked {
      anchors = List.copyOf(anchors);
      anchors.forEach(ImageRef::requireHash);
    }
  }
}
