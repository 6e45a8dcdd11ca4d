package org.facewright.generation.diffusion.latent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facewright.generation.diffusion.part.ConfigFile;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.DiffusionException.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Noise that was made elsewhere, so that a run can be compared number by number. */
public final class GivenNoise implements NoiseSource {
  private final @Nullable Path file;
  private final List<float[]> draws;
  private int used;

  private GivenNoise(@Nullable Path file, List<float[]> draws) {
    this.file = file;
    this.draws = draws;
  }

  /**
   * Noise at hand.
   *
   * @param draws one array a draw, the first for the start
   */
  public static GivenNoise of(List<float[]> draws) {
    return new GivenNoise(null, List.copyOf(draws));
  }

  /**
   * Reads {@code {"unit_noise": [...], "lcm_noises": [[...], ...]}}; the second is for schedulers
   * that draw at every step.
   */
  public static GivenNoise read(Path file) throws DiffusionException {
    JsonNode root = ConfigFile.read(file).root();
    List<float[]> draws = new ArrayList<>();
    draws.add(floats(root.path("unit_noise")));
    for (JsonNode draw : root.path("lcm_noises")) {
      draws.add(floats(draw));
    }
    return new GivenNoise(file, draws);
  }

  private static float[] floats(JsonNode list) {
    float[] values = new float[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) list.get(i).asDouble();
    }
    return values;
  }

  @Override
  public float[] next(int count) throws DiffusionException {
    if (used == draws.size()) {
      throw bad("holds %d draws and the run wants more", draws.size());
    }
    float[] draw = draws.get(used++);
    if (draw.length != count) {
      throw bad("has %d numbers in draw %d and this size needs %d", draw.length, used, count);
    }
    return draw;
  }

  private DiffusionException bad(String what, Object... values) {
    return new DiffusionException(
        Problem.BAD_REQUEST,
        file,
        "The noise%s %s.".formatted(file == null ? "" : " of " + file, what.formatted(values)));
  }
}
