package org.facewright.generation.imagine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.facewright.project.Ruling;

/** What the page needs of the program around it. Slow methods are called off the FX thread. */
public interface ImagineDesk {
  /** The model folder that was chosen last. */
  Optional<Path> remembered();

  void remember(Path folder);

  /** Model folders that are installed here, by name. */
  List<Installed> installed();

  /** A model folder that was installed. */
  record Installed(String name, Path folder) {}

  /**
   * The recogniser that compares faces.
   *
   * @throws Exception if none is installed; the message says what to do
   */
  Recogniser recogniser() throws Exception;

  /** A recogniser by name, the hash of its network, and the numbers of its vectors. */
  record Recogniser(String name, String hash, int dim) {}

  /** Why poses are not looked at, in one sentence; empty if they are. */
  String noPose();

  /** What would expand references. */
  Expander expander();

  /**
   * A Vec2Face generator.
   *
   * @param generator empty if there is none
   * @param name for people
   * @param problem why it cannot expand references, in one sentence; empty if it can
   */
  record Expander(Optional<Path> generator, String name, String problem) {
    boolean ready() {
      return generator.isPresent() && problem.isEmpty();
    }
  }

  /** Operations a second on the device that draws; measured once, takes a second. */
  double flops() throws Exception;

  /** What draws, as in "this CPU". */
  String device();

  /** Takes a decision about images, durably; what it was is told in the sentence. */
  void decide(String sentence, List<Ruling> rulings);
}
