package org.facewright.generation.diffusion.latent;

import java.util.List;

/** Where a run takes its noise from: first for its start, then for every step that wants some. */
@FunctionalInterface
public interface NoiseSource {
  /** The next standard normal numbers. */
  float[] next(int count);

  /** Drawn as PyTorch draws it. */
  static NoiseSource drawn(TorchRandom random, NoiseType type) {
    return count -> type.draw(random, count);
  }

  /**
   * Given beforehand, for runs whose noise came from elsewhere.
   *
   * @param draws one array a draw, the first for the start
   */
  static NoiseSource given(List<float[]> draws) {
    int[] used = {0};
    return count -> {
      if (used[0] == draws.size()) {
        throw new IllegalArgumentException(
            "the given noise holds " + draws.size() + " draws and the run wants more");
      }
      float[] draw = draws.get(used[0]++);
      if (draw.length != count) {
        throw new IllegalArgumentException(
            "the given noise has " + draw.length + " numbers and the run wants " + count);
      }
      return draw;
    };
  }
}
