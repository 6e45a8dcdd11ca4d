package org.facewright.generation.vec2face.engine;

import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * A step of a search was taken. Travels to whoever asked as a line of the log.
 *
 * @param done steps so far
 * @param steps at most
 * @param identity 1 - cosine of the face and what is wanted
 * @param quality how much it falls short
 * @param yaw degrees it is off
 */
public record SearchStep(int done, int steps, double identity, double quality, double yaw) {
  private static final String MARK = "searching ";

  String line() {
    return MARK + Ask.text(this);
  }

  /** The step of a log line, empty for every other line. */
  static Optional<SearchStep> read(String line) {
    if (!line.startsWith(MARK)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Ask.reply(line.substring(MARK.length()), SearchStep.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
