package org.facewright.training.job;

import java.io.IOException;
import java.nio.file.Path;
import org.facewright.training.run.PairSet;

/** Opens verification sets, whose formats this package does not know. */
@FunctionalInterface
public interface PairSets {
  /**
   * Opens a set, which stays open as long as the process trains.
   *
   * @throws IOException naming the file and what is wrong with it
   */
  PairSet open(Path file) throws IOException;
}
