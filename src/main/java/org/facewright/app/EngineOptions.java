package org.facewright.app;

import org.facewright.gallery.Engines;
import org.facewright.inference.Device;
import org.facewright.inference.InferenceSettings;
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

  @Option(names = "--isolate", description = "run the networks in a process of their own")
  private boolean isolate;

  InferenceSettings settings() {
    InferenceSettings settings = InferenceSettings.ofThisMachine();
    settings = threads == null ? settings : settings.withThreads(threads);
    settings = batch == null ? settings : settings.withBatch(batch);
    return device == null ? settings : settings.withDevice(device);
  }

  Engines engines(Installation installation) {
    return isolate ? installation.workers(settings()) : installation.inProcess(settings());
  }
}
