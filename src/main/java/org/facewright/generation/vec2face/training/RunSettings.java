package org.facewright.generation.vec2face.training;

import java.nio.file.Path;

/**
 * How long a run is and what it leaves behind.
 *
 * @param batch pictures a step; the last, smaller batch of an epoch is left out
 * @param epochs of the whole run
 * @param criticFrom first epoch, from 0, in which the discriminator takes part
 * @param saveEvery steps between two saves; ends of epochs are saved anyway
 * @param sampleEvery steps between two sample grids; 0 draws them at the ends of epochs only
 * @param folder for all of it
 */
public record RunSettings(
    int batch, int epochs, int criticFrom, int saveEvery, int sampleEvery, Path folder) {
  public RunSettings {
    if (batch < 2 || epochs < 1 || criticFrom < 0 || saveEvery < 0 || sampleEvery < 0) {
      throw new IllegalArgumentException("A run needs at least 2 pictures a step and 1 epoch.");
    }
  }

  /** Where the run stands. */
  public Path last() {
    return folder.resolve("last.checkpoint");
  }

  /** The averaged generator, ready for use. */
  public Path weights() {
    return folder.resolve("generator.safetensors");
  }

  /** Every step's losses. */
  public Path log() {
    return folder.resolve("steps.csv");
  }

  public Path samples(long step) {
    return folder.resolve("samples").resolve("step-%07d.png".formatted(step));
  }
}
