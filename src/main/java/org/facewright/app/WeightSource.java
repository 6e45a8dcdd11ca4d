package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.network.Network;
import org.facewright.network.architecture.Recognisers;
import org.facewright.network.pickle.PickleException;
import org.facewright.network.weights.WeightFiles;
import org.facewright.network.weights.WeightMismatchException;
import org.facewright.network.weights.Weights;
import org.jspecify.annotations.Nullable;

/**
 * Weights as a file gave them.
 *
 * @param file where they came from
 * @param weights all float tensors of the file, or of the part that was asked for
 */
record WeightSource(Path file, Weights weights) {
  static final String KEY = "where a PyTorch file keeps the weights, such as model_vec2face";

  /** Reads a file; what is wrong with it is said in one sentence. */
  static WeightSource read(Path file, @Nullable String key) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UserException(file + " is no file.");
    }
    try {
      return new WeightSource(file, WeightFiles.read(file, key == null ? "" : key));
    } catch (PickleException e) {
      throw new UserException(file + " is not read: " + e.getMessage(), e);
    }
  }

  /** The same weights, if they are exactly those of a network. */
  Weights strictFor(Network network) {
    try {
      return weights.strictFor(network);
    } catch (WeightMismatchException e) {
      throw new UserException(file + ": " + e.getMessage(), e);
    }
  }

  long parameters() {
    return weights.tensors().values().stream().mapToLong(tensor -> tensor.values().length).sum();
  }

  /** Architectures whose parameters these are, name by name and shape by shape. */
  List<String> architectures() {
    return Recognisers.names().stream().filter(this::fits).toList();
  }

  private boolean fits(String architecture) {
    try {
      weights.strictFor(Recognisers.named(architecture));
      return true;
    } catch (WeightMismatchException other) {
      return false;
    }
  }

  Map<String, Object> figures() throws IOException {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("file", file.toString());
    figures.put("bytes", Files.size(file));
    figures.put("tensors", (long) weights.tensors().size());
    figures.put("parameters", parameters());
    figures.put("architectures", architectures());
    return figures;
  }
}
