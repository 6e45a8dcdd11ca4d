package org.facewright.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which generator draws. */
final class GeneratorOption {
  @Option(
      names = "--generator",
      paramLabel = "PATH",
      description =
          "a folder with generator and config.json, .onnx, .safetensors or .pth (default: the one"
              + " that comes along)")
  private @Nullable Path path;

  /** Where it lies. */
  Path path(Installation installation) {
    if (path != null) {
      return path;
    }
    return installation
        .generator()
        .orElseThrow(() -> new UserException("Name a generator: --generator PATH"));
  }
}
