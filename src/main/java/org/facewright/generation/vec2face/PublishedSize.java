package org.facewright.generation.vec2face;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facewright.network.pickle.PickleException;
import org.facewright.network.weights.PickledTensor;
import org.facewright.network.weights.TorchFile;

/**
 * Tells which published size a checkpoint is that has no config.json, by the shape of its first
 * layer: only the file's index is read. Stateless.
 */
final class PublishedSize {
  private static final String FIRST = "latent_prior_proj_f.weight";
  private static final List<String> SIZES = List.of("base", "large", "huge");

  private PublishedSize() {}

  /** The configuration; empty for whatever is no published checkpoint. */
  static Optional<GeneratorConfig> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".pth") && !name.endsWith(".pt")) {
      return Optional.empty();
    }
    try (TorchFile torch = TorchFile.open(file)) {
      return SIZES.stream()
          .map(GeneratorConfig::published)
          .filter(size -> fits(torch.tensors(size.key()), size))
          .findFirst();
    } catch (IOException | PickleException e) {
      // Whoever reads its weights next says what is wrong with it.
      return Optional.empty();
    }
  }

  private static boolean fits(Map<String, PickledTensor> tensors, GeneratorConfig size) {
    PickledTensor first =
        tensors.containsKey(FIRST) ? tensors.get(FIRST) : tensors.get("module." + FIRST);
    return first != null
        && first.shape().length == 2
        && first.shape()[0] == size.shape().width()
        && first.shape()[1] == size.shape().features();
  }
}
