package org.facewright.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code bundle.json}: what is asked.
 *
 * @param format 1
 * @param id unique; decisions that come back name it
 * @param project its name, for people
 * @param from who exported it
 * @param blind whether the experts' votes were left out
 * @param models versions of the experts that voted, by name; empty if nobody said
 */
public record BundleManifest(
    int format,
    String id,
    String project,
    String from,
    Instant created,
    boolean blind,
    Map<String, String> models,
    List<Asked> questions) {
  static final int FORMAT = 1;

  /**
   * @param models null where a bundle does not say
   */
  public BundleManifest {
    models = models == null ? Map.of() : Map.copyOf(models);
    questions = List.copyOf(questions);
  }

  /** Without what would tell what the experts think. */
  BundleManifest withoutVotes() {
    List<Asked> hidden = questions.stream().map(Asked::withoutVotes).toList();
    return new BundleManifest(format, id, project, from, created, true, Map.of(), hidden);
  }

  /**
   * A question with its references.
   *
   * @param anchors hashes of images that certainly show the person; their pictures are in the
   *     bundle, as is the question's
   * @param similarity of the image to its identity's centre, null if unknown or not told
   */
  public record Asked(Question question, List<String> anchors, @Nullable Float similarity) {
    public Asked {
      anchors = List.copyOf(anchors);
      anchors.forEach(ImageRef::requireHash);
    }

    private Asked withoutVotes() {
      return new Asked(
          new Question(question.image(), Question.UNWEIGHED, List.of()), anchors, null);
    }
  }
}
