package org.facewright.generation.vec2face.preview;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.facewright.generation.vec2face.engine.Description;
import org.facewright.generation.vec2face.engine.GeneratorClient;
import org.facewright.jobs.JobException;

/** What the page needs of the program around it. Slow methods are called off the FX thread. */
public interface PreviewDesk extends GeneratorClient.Engines {
  /** The generator that was chosen last. */
  Optional<Path> remembered();

  void remember(Path generator);

  /** Generators that lie where this program looks for them, the best first. */
  List<Path> found();

  /** Who can look at the faces of a generator and pass gradients on. Slow. */
  Judging judging(Path generator, Description description);

  /**
   * Remembers a network of the user's own for the quality. Slow.
   *
   * @throws JobException if it is none that passes gradients on
   */
  void judgeBy(Path file) throws JobException;

  /**
   * Remembers 6DRepNet's weights of the user's own for the yaw. Slow.
   *
   * @throws JobException if they are not
   */
  void turnBy(Path file) throws JobException;
}
