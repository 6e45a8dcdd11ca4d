package org.facewright.generation.diffusion;

import java.nio.file.Path;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.EngineSettings;
import org.facewright.inference.Device;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.OnnxRuntime;
import org.facewright.inference.Precision;

/** One thread of the processor, so that results are the same everywhere. */
public final class TestEngine {
  private TestEngine() {}

  public static EngineSettings settings() {
    return EngineSettings.ofThisMachine()
        .withInference(new InferenceSettings(Device.CPU, 1, 1, Precision.EXACT));
  }

  public static OnnxRuntime runtime() {
    try {
      return new OnnxRuntime();
    } catch (InferenceException e) {
      throw new AssertionError(e);
    }
  }

  public static DiffusionPipeline pipeline(Path folder) throws DiffusionException {
    return DiffusionPipeline.open(folder, runtime(), settings());
  }
}
