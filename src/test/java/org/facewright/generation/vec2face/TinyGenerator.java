package org.facewright.generation.vec2face;

import java.util.List;
import org.facewright.network.architecture.Vec2FaceGenerator;
import org.facewright.network.weights.WeightStart;

/** A generator as small as one can be, for tests: 0.1 million parameters. */
public final class TinyGenerator {
  private TinyGenerator() {}

  public static GeneratorConfig config() {
    Vec2FaceGenerator shape =
        new Vec2FaceGenerator(32, 32, 1, 2, 32, 1, 2, 2, 8, 8, List.of(1, 1, 1, 1, 2), 1, 45, 4);
    return new GeneratorConfig(shape, 0.1, 0.15, "model_vec2face");
  }

  public static GeneratorWeights weights(long seed) {
    return new GeneratorWeights(config(), WeightStart.of(config().generator().network(), seed));
  }
}
