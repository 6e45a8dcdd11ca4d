package org.facewright.verdict.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.facewright.project.TruthTable;
import org.facewright.verdict.client.ApiKey;
import org.facewright.verdict.client.HttpTransport;
import org.facewright.verdict.client.KeySource;
import org.facewright.verdict.client.OpenAiBatches;
import org.facewright.verdict.client.OpenAiModel;
import org.facewright.verdict.model.BatchModel;
import org.facewright.verdict.model.Recipient;
import org.facewright.verdict.model.SimulatedModel;
import org.facewright.verdict.model.VisionModel;
import org.jspecify.annotations.Nullable;

/** The model that settings name: a server's, or a simulated one. Close it when nothing is asked. */
final class ModelDesk implements AutoCloseable {
  private final VerdictSettings settings;
  private final @Nullable HttpTransport transport;
  private final VisionModel model;

  /**
   * @throws IOException if the key or the truth cannot be read, in one plain sentence
   */
  ModelDesk(VerdictSettings settings, Path project, Map<String, String> environment)
      throws IOException {
    this.settings = settings;
    VerdictSettings.Simulation simulation = settings.simulation();
    if (simulation != null) {
      transport = null;
      model = simulated(settings, simulation);
      return;
    }
    try {
      ApiKey key = new KeySource(settings.server().key()).key(project, environment);
      transport = new HttpTransport(settings.server().endpoint(), key);
      model = new OpenAiModel(transport, settings.server().options(), Clock.systemUTC());
    } catch (ApiKey.KeyException | IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static VisionModel simulated(
      VerdictSettings settings, VerdictSettings.Simulation simulation) throws IOException {
    TruthTable truth = TruthTable.read(Path.of(simulation.truth()));
    return new SimulatedModel(
        (identity, face) -> truth.mislabeled(identity, face.name()).orElse(false),
        simulation.errorRate(),
        simulation.seed(),
        settings.price().image());
  }

  VisionModel model() {
    return model;
  }

  /**
   * @throws IOException if the model is simulated: there is no server to take a batch
   */
  BatchModel batches() throws IOException {
    if (transport == null) {
      throw new IOException("a simulated model takes no batches; ask it directly");
    }
    return new OpenAiBatches(transport, settings.server().options(), Clock.systemUTC());
  }

  /** The model's name by which answers are cached, without reading any key. */
  static String name(VerdictSettings settings) {
    VerdictSettings.Simulation simulation = settings.simulation();
    return simulation == null
        ? settings.server().model()
        : "simulated (error rate %s, seed %d)".formatted(simulation.errorRate(), simulation.seed());
  }

  /** Who gets the pictures, without reading any key. */
  static Recipient recipient(VerdictSettings settings) {
    return settings.simulated() ? Recipient.NOBODY : settings.server().endpoint().recipient();
  }

  @Override
  public void close() {
    if (transport != null) {
      transport.close();
    }
  }
}
