package org.facewright.project.release;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What {@code release.json} says.
 *
 * @param format of the folder, now 1
 * @param request who asked for it, so that nothing is frozen twice
 * @param project name of the project
 * @param sources whose data is in it, with their licences
 * @param models that made pictures of it
 * @param difficulty what difficulty was measured with
 * @param leak the newest leak check of the project; null if there was none
 * @param manifest SHA-256 of manifest.jsonl
 * @param plan SHA-256 of stages.json
 */
public record ReleaseInfo(
    int format,
    String name,
    int version,
    String request,
    Instant created,
    String codeVersion,
    String project,
    ReleaseRecipe recipe,
    Composition composition,
    List<SourceNote> sources,
    List<ModelNote> models,
    @Nullable ModelNote difficulty,
    @Nullable LeakNote leak,
    String manifest,
    String plan) {
  /** The format that is written. */
  public static final int FORMAT = 1;

  public ReleaseInfo {
    sources = List.copyOf(sources);
    models = List.copyOf(models);
  }

  /**
   * Data that went in.
   *
   * @param source name of the part
   * @param imported name of the import, or the origin of what was made
   * @param location of the import, empty for what was made
   * @param licence as stated, or found beside the data
   * @param licenceFrom who says so
   */
  public record SourceNote(
      String source,
      String imported,
      String location,
      int identities,
      String licence,
      String licenceFrom) {}

  /**
   * A model.
   *
   * @param sha256 of its file, empty if unknown
   */
  public record ModelNote(String name, String sha256, String use) {}

  /**
   * A leak check.
   *
   * @param run its number among the project's stage runs
   */
  public record LeakNote(
      long run, Instant at, String codeVersion, JsonNode settings, JsonNode summary) {}

  /** The same, frozen by a version of this program. */
  public ReleaseInfo by(String code) {
    return new ReleaseInfo(
        format, name, version, request, created, code, project, recipe, composition, sources,
        models, difficulty, leak, manifest, plan);
  }

  /** The same with other words about its data. */
  public ReleaseInfo from(List<SourceNote> notes) {
    return new ReleaseInfo(
        format, name, version, request, created, codeVersion, project, recipe, composition, notes,
        models, difficulty, leak, manifest, plan);
  }

  /** The same with the hashes of its other files. */
  public ReleaseInfo hashed(String manifestHash, String planHash) {
    return new ReleaseInfo(
        format, name, version, request, created, codeVersion, project, recipe, composition, sources,
        models, difficulty, leak, manifestHash, planHash);
  }

  /** {@code NAME-vN}, as folder and people call it. */
  public String title() {
    return ReleaseFolder.title(name, version);
  }
}
