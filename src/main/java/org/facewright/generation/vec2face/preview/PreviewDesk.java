package org.facewright.generation.vec2face.preview;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.facewright.generation.vec2face.engine.GeneratorClient;

/** What the page needs of the program around it. Slow methods are called off the FX thread. */
public interface PreviewDesk extends GeneratorClient.Engines {
  /** The generator that was chosen last. */
  Optional<Path> remembered();

  void remember(Path generator);

  /** Generators that lie where this program looks for them, the best first. */
  List<Path> found();
}
