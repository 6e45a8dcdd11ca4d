package org.facewright.generation.vec2face.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facewright.faces.Embedder;
import org.facewright.generation.vec2face.FaceSheet;
import org.facewright.generation.vec2face.MaskDraw;
import org.facewright.generation.vec2face.PlanarPictures;
import org.facewright.image.ImageDecoder;
import org.facewright.image.PngEncoder;
import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceException;
import org.facewright.inference.torch.TorchException;
import org.facewright.network.architecture.TokenMask;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;
import org.jspecify.annotations.Nullable;

/**
 * Held-out faces above the faces that are drawn from their vectors, always the same ones with the
 * same masks, so that progress can be seen and measured.
 */
final class SampleGrid {
  private static final int COLUMNS = 8;
  private static final int SHOWN = 32;
  private static final int MEASURED = 256;
  private static final int BATCH = 16;
  private static final long MASK_SEED = 112;

  private final ConditionedSet set;
  private final @Nullable Embedder embedder;
  private final int[] pictures;

  SampleGrid(ConditionedSet set, @Nullable Embedder embedder, long seed) {
    this.set = set;
    this.embedder = embedder;
    int[] held = set.pictures(true);
    int[] from = ConditionedSet.shuffled(held.length == 0 ? set.pictures(false) : held, seed);
    pictures = java.util.Arrays.copyOf(from, Math.min(from.length, MEASURED));
  }

  /** Draws and writes a grid; answers the mean cosine of given and drawn vectors. */
  double write(GeneratorModule module, Path file)
      throws IOException, TorchException, InferenceException {
    List<RgbImage> drawn = new ArrayList<>();
    for (int from = 0; from < pictures.length; from += BATCH) {
      int to = Math.min(pictures.length, from + BATCH);
      FloatMatrix vectors = set.vectors(java.util.Arrays.copyOfRange(pictures, from, to));
      float[] planar = module.sample(vectors, mask(module, from, to - from));
      drawn.addAll(PlanarPictures.toImages(planar, to - from));
    }
    ImageDecoder decoder = new ImageDecoder();
    FaceSheet sheet = new FaceSheet(COLUMNS);
    int shown = Math.min(SHOWN, pictures.length);
    for (int row = 0; row < shown; row += COLUMNS) {
      int end = Math.min(shown, row + COLUMNS);
      List<RgbImage> faces = new ArrayList<>();
      for (int i = row; i < end; i++) {
        faces.add(set.read(pictures[i], decoder));
      }
      sheet.row(faces);
      sheet.row(drawn.subList(row, end));
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, new PngEncoder().encode(sheet.picture()));
    return embedder == null ? Double.NaN : similarity(embedder, drawn);
  }

  private static TokenMask mask(GeneratorModule module, int from, int count) {
    long[] seeds = new long[count];
    for (int i = 0; i < count; i++) {
      seeds[i] = MASK_SEED + from + i;
    }
    var config = module.plan().config();
    return MaskDraw.fixed(config.dropped(), config.maskRate()).draw(seeds);
  }

  private double similarity(Embedder judge, List<RgbImage> drawn) throws InferenceException {
    FloatMatrix vectors = set.vectors(pictures);
    double sum = 0;
    for (int from = 0; from < drawn.size(); from += BATCH) {
      int to = Math.min(drawn.size(), from + BATCH);
      FloatMatrix seen = judge.embed(drawn.subList(from, to));
      for (int i = from; i < to; i++) {
        sum += Kernels.cosine(vectors.row(i), seen.row(i - from));
      }
    }
    return sum / drawn.size();
  }
}
