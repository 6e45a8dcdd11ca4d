package org.facewright.generation.vec2face.preview;

import java.nio.file.Path;
import java.util.List;
import org.facewright.generation.vec2face.engine.Description;
import org.facewright.generation.vec2face.engine.GeneratorClient;
import org.facewright.generation.vec2face.engine.GeneratorUse;
import org.facewright.image.RgbImage;
import org.facewright.jobs.JobException;
import org.facewright.vector.FloatMatrix;
import org.jspecify.annotations.Nullable;

/**
 * The generator that stays open for previews. A worker that died is started again at the next
 * question. One thread.
 */
final class HeldGenerator implements FaceDrawer, AutoCloseable {
  private final GeneratorClient.Engines engines;
  private @Nullable Path path;
  private @Nullable GeneratorClient client;
  private int features;

  HeldGenerator(GeneratorClient.Engines engines) {
    this.engines = engines;
  }

  /** Opens another generator instead. */
  Description open(Path generator) throws JobException {
    close();
    path = generator;
    Description description = client().describe();
    features = description.features();
    return description;
  }

  private GeneratorClient client() throws JobException {
    GeneratorClient open = client;
    Path chosen = path;
    if (chosen == null) {
      throw new JobException("no generator is open");
    }
    if (open == null) {
      String where = chosen.toAbsolutePath().normalize().toString();
      open = new GeneratorClient(engines.startVec2Face(), GeneratorUse.of(where));
      client = open;
    }
    return open;
  }

  private interface Call<T> {
    T run(GeneratorClient client) throws JobException;
  }

  private <T> T call(Call<T> call) throws JobException {
    try {
      return call.run(client());
    } catch (org.facewright.jobs.worker.WorkerDiedException e) {
      close();
      throw e;
    }
  }

  @Override
  public List<RgbImage> draw(FloatMatrix vectors, long[] maskSeeds, double maskRate)
      throws JobException {
    return call(open -> open.draw(vectors, maskSeeds, maskRate));
  }

  @Override
  public FloatMatrix embed(List<RgbImage> pictures) throws JobException {
    return call(open -> open.embed(pictures, features));
  }

  GeneratorClient.Photo photo(Path file) throws JobException {
    return call(open -> open.photo(file));
  }

  @Override
  public void close() {
    GeneratorClient open = client;
    client = null;
    if (open != null) {
      open.close();
    }
  }
}
