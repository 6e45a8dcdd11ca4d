package org.facewright.generation.diffusion.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.facewright.generation.diffusion.part.DiffusionException.Problem;

/**
 * One network on disk.
 *
 * @param part which
 * @param file its model.onnx
 * @param bytes of the file and the weight files beside it
 */
public record PartFile(ModelPart part, Path file, long bytes) {
  private static final String NETWORK = "model.onnx";

  /** Finds a part in a model's folder. */
  public static PartFile find(Path model, ModelPart part) throws DiffusionException {
    Path file = model.resolve(part.folder()).resolve(NETWORK);
    if (!Files.isRegularFile(file)) {
      throw new DiffusionException(
          Problem.MISSING_FILE,
          file,
          "There is no %s: the folder is not a complete ONNX export (docs/diffusion.md says how to"
                  .formatted(file)
              + " make one).");
    }
    return new PartFile(part, file, bytesIn(file.resolveSibling("")));
  }

  private static long bytesIn(Path folder) throws DiffusionException {
    long bytes = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(each);
      }
    } catch (IOException e) {
      throw new DiffusionException(
          Problem.UNREADABLE_FILE, folder, folder + " cannot be listed: " + e.getMessage(), e);
    }
    return bytes;
  }
}
