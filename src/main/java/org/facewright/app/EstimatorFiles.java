package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.facewright.generation.vec2face.attribute.Estimators;
import org.facewright.generation.vec2face.attribute.Estimators.Estimator;
import org.facewright.generation.vec2face.engine.JudgeFiles;
import org.facewright.network.Network;
import org.facewright.network.architecture.Recognisers;
import org.facewright.network.architecture.SixDRepNet;
import org.facewright.network.export.ExportedWeights;
import org.facewright.network.weights.WeightMismatchException;
import org.facewright.network.weights.Weights;

/**
 * Networks that look at faces and pass gradients on, by their files: .pth, .safetensors, or an
 * .onnx that this program exported. Stateless.
 */
final class EstimatorFiles {
  private static final int SIDE = 112;

  private EstimatorFiles() {}

  /** Those of a search. */
  static Estimators open(JudgeFiles files) throws IOException {
    Estimator sees = recogniser(Path.of(files.identity()));
    return new Estimators(
        sees,
        files.quality().isEmpty()
            ? null
            : files.quality().equals(files.identity())
                ? sees
                : recogniser(Path.of(files.quality())),
        files.pose().isEmpty() ? null : pose(Path.of(files.pose())));
  }

  /** A recogniser of a named architecture. */
  static Estimator recogniser(String architecture, Path file) throws IOException {
    Network network = Recognisers.named(architecture);
    if (!onnx(file)) {
      return new Estimator(network, WeightSource.read(file, null).strictFor(network));
    }
    try {
      return new Estimator(network, exported(file).of(network));
    } catch (WeightMismatchException e) {
      throw new UserException(file + ": " + e.getMessage(), e);
    }
  }

  /** A recogniser whose architecture its tensors tell. */
  static Estimator recogniser(Path file) throws IOException {
    return known(file)
        .orElseThrow(
            () ->
                new UserException(
                    "%s gives no gradients: its tensors are none of %s."
                        .formatted(file, String.join(", ", Recognisers.names()))));
  }

  /** Whether a file is a recogniser that passes gradients on. */
  static boolean differentiable(Path file) {
    try {
      return Files.isRegularFile(file) && known(file).isPresent();
    } catch (IOException | UserException e) {
      return false;
    }
  }

  private static Optional<Estimator> known(Path file) throws IOException {
    if (!onnx(file)) {
      WeightSource source = WeightSource.read(file, null);
      return source.architectures().stream()
          .findFirst()
          .map(Recognisers::named)
          .map(network -> new Estimator(network, source.strictFor(network)));
    }
    ExportedWeights exported = exported(file);
    for (String name : Recognisers.names()) {
      Network network = Recognisers.named(name);
      Optional<Weights> weights = fitting(exported, network);
      if (weights.isPresent()) {
        return Optional.of(new Estimator(network, weights.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Weights> fitting(ExportedWeights exported, Network network) {
    try {
      return Optional.of(exported.of(network));
    } catch (WeightMismatchException other) {
      return Optional.empty();
    }
  }

  /** 6DRepNet in deploy form. */
  static Estimator pose(Path file) throws IOException {
    Network network = new SixDRepNet(SIDE).network();
    return new Estimator(network, WeightSource.read(file, null).strictFor(network));
  }

  private static ExportedWeights exported(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UserException(file + " is no file.");
    }
    return ExportedWeights.read(file);
  }

  private static boolean onnx(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".onnx");
  }
}
