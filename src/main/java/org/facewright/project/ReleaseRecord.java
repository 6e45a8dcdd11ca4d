package org.facewright.project;

import java.time.Instant;

/**
 * A frozen release of the project. Its folder is {@code releases/NAME-vN}.
 *
 * @param runId the stage run that froze it
 * @param images changed pictures included
 * @param augmented changed pictures
 * @param replaced identities whose place others took
 * @param infoHash SHA-256 of its release.json
 * @param current whether this is the version that its name stands for
 */
public record ReleaseRecord(
    long id,
    String name,
    int version,
    long runId,
    Instant created,
    int identities,
    int images,
    int augmented,
    int replaced,
    String infoHash,
    boolean current) {
  /** {@code NAME-vN}. */
  public String title() {
    return name + "-v" + version;
  }
}
