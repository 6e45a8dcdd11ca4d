package org.facewright.project;

import java.nio.file.Path;

/**
 * What had to be done to open a damaged project; to be told to the user.
 *
 * @param damaged the database file that could not be read, kept under another name
 * @param backup the copy that took its place
 * @param decisionsReplayed decisions younger than the copy, brought back from the journal
 */
public record Recovery(Path damaged, Path backup, int decisionsReplayed) {
  public String sentence() {
    return ("The database could not be read. The copy %s was put in its place and %d later decisions"
            + " were brought back from the journal; imports made since then can simply be run again."
            + " The damaged file is kept as %s.")
        .formatted(backup.getFileName(), decisionsReplayed, damaged.getFileName());
  }
}
