package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facewright.exchange.DatasetException;
import org.facewright.training.run.RunFolder;
import org.facewright.training.run.RunReader;
import org.facewright.training.run.TrainingSettings;

/** A finished run's network as a recogniser of the catalogue. */
record TrainedModel(RunFolder folder) {
  private static final int CATALOGUE_FEATURES = 512;

  /** Exports the network and adds it under a name to the user's own models. */
  void install(String name, Output output) throws IOException, DatasetException {
    output.note(
        "In the catalogue as " + name + ": " + install(name, Installation.here().ownModels()));
  }

  /** Exports the network and adds it under a name to a folder of own models; answers its entry. */
  Path install(String name, Path shelf) throws IOException, DatasetException {
    TrainingSettings settings = new RunReader(folder).settings();
    if (settings.embedding() != CATALOGUE_FEATURES) {
      throw new UserException(
          "The catalogue takes recognisers of %d numbers; this one has %d."
              .formatted(CATALOGUE_FEATURES, settings.embedding()));
    }
    if (!Files.exists(folder.weights())) {
      throw new UserException(folder.path() + " is not done yet: it has no weights.");
    }
    Path onnx = folder.path().resolve("recogniser.onnx");
    new WeightTarget(onnx, true)
        .write(WeightSource.read(folder.weights(), null), settings.architecture());
    return new OwnRecogniser(name, settings.architecture()).add(onnx, shelf);
  }
}
