package org.facewright.review;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Where questions come from and answers go: a project, or a bundle that somebody sent. Thread-safe.
 */
public interface ReviewPlace {
  /** Which questions can be asked here, the usual ones first. */
  List<ReviewMode> modes();

  /** Whether it is known here what the experts say. */
  boolean tellsExperts();

  /**
   * Opens a person's desk.
   *
   * @param person whose name answers carry, not blank
   * @throws IOException also if what was answered before cannot be read
   */
  ReviewDesk desk(String person, Clock clock) throws IOException;

  /** The people an image can be said to show. */
  List<String> labels();

  /** How reviewing goes over all sessions; empty where only one person's answers are known. */
  Optional<ReviewStatistics> statistics() throws IOException;
}
