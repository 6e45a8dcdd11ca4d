package org.facewright.app;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Native libraries that an installed Facewright brings unpacked, so that no user's home gets a copy
 * of half a gigabyte. A checkout has none: there the libraries come out of their archives.
 *
 * @param folder {@code native} in the program's folder
 */
record UnpackedLibraries(Path folder) {
  private static final String TORCH_PATH = "PYTORCH_LIBRARY_PATH";

  static UnpackedLibraries of(Installation installation) {
    return new UnpackedLibraries(installation.program().resolve("native"));
  }

  /** Tells both engines where theirs are; to be called before the first use of either. */
  void use() {
    Path onnx = folder.resolve("onnxruntime").toAbsolutePath();
    if (Files.isDirectory(onnx)) {
      System.setProperty("onnxruntime.native.path", onnx.toString());
    }
    Path torch = folder.resolve("pytorch").toAbsolutePath();
    // A user's own libtorch, such as one for a graphics card, goes first.
    if (Files.isDirectory(torch) && System.getenv(TORCH_PATH) == null) {
      System.setProperty(TORCH_PATH, torch.toString());
      System.setProperty("PYTORCH_FLAVOR", "cpu");
    }
  }
}
