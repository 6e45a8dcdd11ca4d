package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facewright.network.Precision;

/** In which precision this machine trains fastest. */
final class FastPrecision {
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  private FastPrecision() {}

  /** BF16 where the processor says that it has units for it; Linux only. */
  static Precision here() {
    try {
      return Files.exists(PROCESSOR) && Files.readString(PROCESSOR).contains("amx_bf16")
          ? Precision.BF16
          : Precision.FP32;
    } catch (IOException e) {
      return Precision.FP32; // A processor that cannot be asked is taken as a plain one.
    }
  }
}
