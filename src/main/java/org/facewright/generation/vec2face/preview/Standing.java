package org.facewright.generation.vec2face.preview;

import java.nio.file.Path;
import java.util.Optional;
import org.facewright.generation.vec2face.engine.Description;

/**
 * How the generator stands.
 *
 * @param generator its path
 * @param description once it is open
 * @param problem why it cannot draw, else empty
 */
record Standing(
    Phase phase, Optional<Path> generator, Optional<Description> description, String problem) {
  /** What can be done. */
  enum Phase {
    /** Nobody chose a generator and none was found. */
    NONE,
    OPENING,
    READY,
    /** The one that was chosen cannot be used. */
    PROBLEM
  }

  static Standing none() {
    return new Standing(Phase.NONE, Optional.empty(), Optional.empty(), "");
  }

  static Standing opening(Path generator) {
    return new Standing(Phase.OPENING, Optional.of(generator), Optional.empty(), "");
  }

  static Standing ready(Path generator, Description description) {
    return new Standing(Phase.READY, Optional.of(generator), Optional.of(description), "");
  }

  static Standing problem(Path generator, String why) {
    return new Standing(Phase.PROBLEM, Optional.of(generator), Optional.empty(), why);
  }

  boolean ready() {
    return phase == Phase.READY;
  }
}
