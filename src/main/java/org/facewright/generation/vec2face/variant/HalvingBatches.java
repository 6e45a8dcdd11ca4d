package org.facewright.generation.vec2face.variant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.facewright.generation.vec2face.FaceGenerator;
import org.facewright.generation.vec2face.MaskDraw;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.image.RgbImage;
import org.facewright.vector.FloatMatrix;

/**
 * Draws any number of pictures in batches; where memory runs out the batch is halved for good, and
 * somebody is told. The pictures do not depend on the batch. One thread.
 */
public final class HalvingBatches {
  private final FaceGenerator generator;
  private final IntConsumer halved;
  private int batch;

  /**
   * @param halved hears the new batch
   */
  public HalvingBatches(FaceGenerator generator, int batch, IntConsumer halved) {
    this.generator = generator;
    this.batch = batch;
    this.halved = halved;
  }

  public int batch() {
    return batch;
  }

  /**
   * The pictures of some vectors.
   *
   * @param seeds of each picture's mask
   */
  public List<RgbImage> draw(List<float[]> vectors, long[] seeds, double maskRate)
      throws Vec2FaceException {
    List<RgbImage> pictures = new ArrayList<>(vectors.size());
    while (pictures.size() < vectors.size()) {
      int from = pictures.size();
      int to = Math.min(vectors.size(), from + batch);
      try {
        pictures.addAll(
            generator.generate(
                rows(vectors.subList(from, to)),
                MaskDraw.fixed(generator.dropped(), maskRate)
                    .draw(Arrays.copyOfRange(seeds, from, to))));
      } catch (Vec2FaceException e) {
        if (!e.outOfMemory() || batch == 1) {
          throw e;
        }
        batch = batch / 2;
        halved.accept(batch);
      }
    }
    return pictures;
  }

  private FloatMatrix rows(List<float[]> vectors) {
    float[] all = new float[vectors.size() * generator.features()];
    for (int i = 0; i < vectors.size(); i++) {
      System.arraycopy(vectors.get(i), 0, all, i * generator.features(), generator.features());
    }
    return new FloatMatrix(vectors.size(), generator.features(), all);
  }
}
