package org.facewright.training;

import java.nio.file.Path;

/**
 * How long a run is and what it saves.
 *
 * @param batch pictures a step; the last, smaller batch of an epoch is left out
 * @param epochs of the whole run
 * @param saveEverySteps between two saves in mid-epoch; 0 saves at the ends of epochs only
 * @param keepEpochs how many checkpoints of past epochs stay
 * @param folder for checkpoints
 */
public record SessionSettings(
    int batch, int epochs, int saveEverySteps, int keepEpochs, Path folder) {
  public SessionSettings {
    if (batch < 2 || epochs < 1 || saveEverySteps < 0 || keepEpochs < 1) {
      throw new IllegalArgumentException(
          "A run needs at least 2 pictures a step, 1 epoch and 1 checkpoint kept.");
    }
  }

  public Path last() {
    return folder.resolve("last.checkpoint");
  }

  /** The checkpoint of an epoch, from 0. */
  public Path ofEpoch(int epoch) {
    return folder.resolve("epoch-%03d.checkpoint".formatted(epoch + 1));
  }
}
