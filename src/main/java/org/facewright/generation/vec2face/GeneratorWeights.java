package org.facewright.generation.vec2face;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facewright.network.pickle.PickleException;
import org.facewright.network.weights.WeightFiles;
import org.facewright.network.weights.WeightMismatchException;
import org.facewright.network.weights.Weights;

/**
 * A generator with its numbers.
 *
 * @param weights exactly those of the configuration's network, by the published names
 */
public record GeneratorWeights(GeneratorConfig config, Weights weights) {
  /**
   * Reads a checkpoint; nothing in it is run.
   *
   * @param file .pth under the configuration's key, or .safetensors
   * @throws Vec2FaceException when it is broken, holds anything but plain data, or is another
   *     network's; the message names the file and each tensor that does not fit
   */
  public static GeneratorWeights read(Path file, GeneratorConfig config)
      throws Vec2FaceException, IOException {
    if (!Files.isRegularFile(file)) {
      throw new Vec2FaceException("There is no checkpoint " + file + ".");
    }
    try {
      Weights all = WeightFiles.read(file, config.key());
      return new GeneratorWeights(config, all.strictFor(config.generator().network()));
    } catch (PickleException e) {
      throw new Vec2FaceException(file + " is not read: " + e.getMessage(), e);
    } catch (WeightMismatchException e) {
      throw new Vec2FaceException(file + " does not fit: " + e.getMessage(), e);
    }
  }
}
