package org.facewright.app;

import org.facewright.inference.Device;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.Precision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where networks run. */
final class EngineOptions {
  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "threads for the networks (default: all cores)")
  private @Nullable Integer threads;

  @Option(names = "--batch", paramLabel = "N", description = "images a network sees at once")
  private @Nullable Integer batch;

  @Option(names = "--device", description = "${COMPLETION-CANDIDATES} (default: what answers)")
  private @Nullable Device device;

  @Option(names = "--precision", description = "${COMPLETION-CANDIDATES} (default: exact)")
  private @Nullable Precision precision;

  @Option(names = "--isolate", description = "run the networks in a process of their own")
  private boolean isolate;

  InferenceSettings settings() {
    InferenceSettings settings = InferenceSettings.ofThisMachine();
    settings = threads == null ? settings : settings.withThreads(threads);
    settings = batch == null ? settings : settings.withBatch(batch);
    settings = device == null ? settings : settings.withDevice(device);
    return precision == null
        ? settings
        : new InferenceSettings(settings.device(), settings.threads(), settings.batch(), precision);
  }

  WorkEngines engines(Installation installation) {
    return isolate ? installation.workers(settings()) : installation.inProcess(settings());
  }
}
