package org.facewright.inference;

/**
 * How networks are run: one record for every model.
 *
 * @param device where
 * @param threads of the processor for one run, 1..256
 * @param batch pictures in one run, 1..1024
 * @param precision how exactly
 */
public record InferenceSettings(Device device, int threads, int batch, Precision precision) {
  public InferenceSettings {
    if (threads < 1 || threads > 256) {
      throw new IllegalArgumentException("threads must be 1..256, not " + threads);
    }
    if (batch < 1 || batch > 1024) {
      throw new IllegalArgumentException("batch must be 1..1024, not " + batch);
    }
  }

  /** All cores of this machine, batches of 16. */
  public static InferenceSettings ofThisMachine() {
    int cores = Math.min(256, Runtime.getRuntime().availableProcessors());
    return new InferenceSettings(Device.AUTO, cores, 16, Precision.EXACT);
  }

  public InferenceSettings withThreads(int changed) {
    return new InferenceSettings(device, changed, batch, precision);
  }

  public InferenceSettings withBatch(int changed) {
    return new InferenceSettings(device, threads, changed, precision);
  }

  public InferenceSettings withDevice(Device changed) {
    return new InferenceSettings(changed, threads, batch, precision);
  }
}
