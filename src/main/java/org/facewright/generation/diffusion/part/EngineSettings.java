package org.facewright.generation.diffusion.part;

import java.lang.management.ManagementFactory;
import org.facewright.inference.InferenceSettings;

/**
 * How the networks of a diffusion model are run.
 *
 * @param inference device, threads and precision
 * @param weightBytes how much memory the weights of open networks may take together; pictures under
 *     way need about as much again
 * @param decodeTile side in latents of the largest piece that is decoded at once, 32..512; 128 is
 *     1024 pixels
 */
public record EngineSettings(InferenceSettings inference, long weightBytes, int decodeTile) {
  private static final int WHOLE_MEGAPIXEL = 128;

  public EngineSettings {
    if (weightBytes < 1) {
      throw new IllegalArgumentException(
          "the memory for weights must be positive, not " + weightBytes);
    }
    if (decodeTile < 32 || decodeTile > 512) {
      throw new IllegalArgumentException("the tile must be 32..512 latents, not " + decodeTile);
    }
  }

  /** The best device, all cores; half of the machine's memory for weights. */
  public static EngineSettings ofThisMachine() {
    return new EngineSettings(
        InferenceSettings.ofThisMachine(), physicalMemory() / 2, WHOLE_MEGAPIXEL);
  }

  private static long physicalMemory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean machine
        ? machine.getTotalMemorySize()
        : Runtime.getRuntime().maxMemory();
  }

  public EngineSettings withInference(InferenceSettings changed) {
    return new EngineSettings(changed, weightBytes, decodeTile);
  }

  public EngineSettings withWeightBytes(long changed) {
    return new EngineSettings(inference, changed, decodeTile);
  }

  public EngineSettings withDecodeTile(int changed) {
    return new EngineSettings(inference, weightBytes, changed);
  }
}
