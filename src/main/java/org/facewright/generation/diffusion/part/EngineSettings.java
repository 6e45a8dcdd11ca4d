package org.facewright.generation.diffusion.part;

import java.lang.management.ManagementFactory;

/**
 * How the networks of a diffusion model are run.
 *
 * @param cuda on an NVIDIA card instead of the processor
 * @param threads of the processor for one run, 1..256
 * @param weightBytes how much memory the weights of open networks may take together; pictures under
 *     way need about as much again
 * @param decodeTile side in latents of the largest piece that is decoded at once, 32..512; 128 is
 *     1024 pixels
 */
public record EngineSettings(boolean cuda, int threads, long weightBytes, int decodeTile) {
  private static final int WHOLE_MEGAPIXEL = 128;

  public EngineSettings {
    require(threads >= 1 && threads <= 256, "threads must be 1..256, not " + threads);
    require(weightBytes >= 1, "the memory for weights must be positive, not " + weightBytes);
    require(
        decodeTile >= 32 && decodeTile <= 512, "the tile must be 32..512 latents: " + decodeTile);
  }

  private static void require(boolean met, String sentence) {
    if (!met) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /** The processor with all its cores; half of the machine's memory for weights. */
  public static EngineSettings ofThisMachine() {
    int cores = Math.min(256, Runtime.getRuntime().availableProcessors());
    return new EngineSettings(false, cores, physicalMemory() / 2, WHOLE_MEGAPIXEL);
  }

  private static long physicalMemory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean machine
        ? machine.getTotalMemorySize()
        : Runtime.getRuntime().maxMemory();
  }

  public EngineSettings withCuda(boolean changed) {
    return new EngineSettings(changed, threads, weightBytes, decodeTile);
  }

  public EngineSettings withThreads(int changed) {
    return new EngineSettings(cuda, changed, weightBytes, decodeTile);
  }

  public EngineSettings withWeightBytes(long changed) {
    return new EngineSettings(cuda, threads, changed, decodeTile);
  }

  public EngineSettings withDecodeTile(int changed) {
    return new EngineSettings(cuda, threads, weightBytes, changed);
  }
}
