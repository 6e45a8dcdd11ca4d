package org.facewright.gallery;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.facewright.project.Identities;
import org.facewright.project.Project;
import org.facewright.project.ReleaseRecord;
import org.facewright.project.StageRun;
import org.facewright.project.TrainingRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of a project after its cleaning, in numbers.
 *
 * @param identities that were made
 * @param images of them
 * @param compared made identities of the newest leak check, 0 before the first
 * @param leaking of them with somebody real above .7
 * @param nearest highest similarity to anybody real
 * @param release the newest frozen training set, empty before
 * @param releaseImages its images
 * @param releaseIdentities its identities
 * @param trained runs that are done
 * @param training how the newest run did, or empty
 * @param evaluations that were made
 * @param evaluation what the newest says, or empty
 */
record FunnelGrowth(
    long identities,
    long images,
    long compared,
    long leaking,
    double nearest,
    String release,
    long releaseImages,
    long releaseIdentities,
    long trained,
    String training,
    long evaluations,
    String evaluation) {
  static final FunnelGrowth NONE = new FunnelGrowth(0, 0, 0, 0, 0, "", 0, 0, 0, "", 0, "");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LEAK = "leak";
  private static final String EVALUATE = "evaluate";

  /**
   * Counts.
   *
   * @throws IOException if what a stage wrote down cannot be understood
   */
  static FunnelGrowth read(Project project) throws IOException {
    Identities.Totals made = project.identities().madeTotals();
    JsonNode leak = summary(project, LEAK);
    Optional<ReleaseRecord> release =
        project.releases().all().stream().max(Comparator.comparing(ReleaseRecord::created));
    List<TrainingRecord> done =
        project.trainings().all().stream().filter(run -> run.state().equals("DONE")).toList();
    JsonNode evaluation = summary(project, EVALUATE);
    return new FunnelGrowth(
        made.identities(),
        made.images(),
        leak.path("asked").asLong(0),
        leak.path("askedAbove07").asLong(0),
        leak.path("maxSimilarity").asDouble(0),
        release.map(ReleaseRecord::title).orElse(""),
        release.map(ReleaseRecord::images).orElse(0),
        release.map(ReleaseRecord::identities).orElse(0),
        done.size(),
        done.stream()
            .max(Comparator.comparing(TrainingRecord::begun))
            .map(run -> run.name() + ", " + run.architecture())
            .orElse(""),
        project.runs().count(EVALUATE),
        evaluation.path(0).asString(""));
  }

  private static JsonNode summary(Project project, String stage) throws IOException {
    String text = project.runs().latest(stage).map(StageRun::summary).orElse(null);
    try {
      return text == null ? JSON.createObjectNode() : JSON.readTree(text);
    } catch (JacksonException e) {
      throw new IOException("what the stage " + stage + " wrote down is damaged", e);
    }
  }
}
