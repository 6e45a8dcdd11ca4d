package org.facewright.generation.imagine;

import java.nio.file.Path;
import java.util.Optional;
import org.facewright.generation.diffusion.DiffusionListener;
import org.facewright.generation.diffusion.DiffusionPipeline;
import org.facewright.generation.diffusion.GeneratedPicture;
import org.facewright.generation.diffusion.PictureRequest;
import org.facewright.generation.diffusion.SamplingSettings;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.EngineSettings;
import org.facewright.generation.prompt.Description;
import org.facewright.inference.OnnxRuntime;
import org.facewright.jobs.JobException;

/** Draws with a Stable Diffusion XL folder. */
public final class SdxlPictures implements PictureSource {
  private final DiffusionPipeline pipeline;
  private final SamplingSettings settings;

  /** Reads the folder; its networks are opened at the first picture. */
  public SdxlPictures(
      Path folder, OnnxRuntime runtime, EngineSettings engine, SamplingSettings settings)
      throws JobException {
    this.settings = settings;
    try {
      pipeline = DiffusionPipeline.open(folder, runtime, engine);
    } catch (DiffusionException e) {
      throw failed(e);
    }
  }

  @Override
  public Optional<DrawnPicture> draw(Description wanted, DiffusionListener watcher)
      throws JobException {
    long start = System.nanoTime();
    PictureRequest request =
        PictureRequest.of(wanted.prompt(), wanted.negative(), wanted.seed(), settings);
    try {
      return pipeline
          .generate(request, watcher)
          .map(pictures -> drawn(wanted, pictures.getFirst(), (System.nanoTime() - start) / 1e9));
    } catch (DiffusionException e) {
      throw failed(e);
    }
  }

  private DrawnPicture drawn(Description wanted, GeneratedPicture made, double seconds) {
    return new DrawnPicture(
        made.picture(),
        wanted,
        made.provenance().model(),
        made.provenance().modelHash(),
        made.provenance().fields(),
        seconds,
        settings.steps());
  }

  private static JobException failed(DiffusionException e) {
    return new JobException(String.valueOf(e.getMessage()), e);
  }

  @Override
  public void close() throws JobException {
    try {
      pipeline.close();
    } catch (DiffusionException e) {
      throw failed(e);
    }
  }
}
