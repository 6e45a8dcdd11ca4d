package org.facewright.generation.diffusion.instantid;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.DiffusionException.Problem;
import org.facewright.generation.diffusion.part.HostTensor;
import org.facewright.generation.diffusion.part.PartSession;

/** A face embedding as tokens that stand beside those of the text. */
final class FaceTokens {
  private static final String IN = "face_embedding";
  private static final String OUT = "id_tokens";

  private FaceTokens() {}

  /**
   * Runs the resampler for every row.
   *
   * @param negative whether rows of an empty face come first, as guidance wants
   * @return [rows, tokens, width]
   */
  static HostTensor of(PartSession resampler, float[] embedding, int batch, boolean negative)
      throws DiffusionException {
    long wanted = resampler.input(IN).fixed(2);
    if (wanted > 0 && wanted != embedding.length) {
      throw new DiffusionException(
          Problem.BAD_REQUEST,
          resampler.part().file(),
          "%s takes face embeddings of %d numbers, and this one has %d: use the recogniser that"
                  .formatted(resampler.part().file(), wanted, embedding.length)
              + " InstantID was trained with (antelopev2).");
    }
    HostTensor face = tokens(resampler, embedding);
    HostTensor[] rows = new HostTensor[negative ? 2 * batch : batch];
    Arrays.fill(rows, face);
    if (negative) {
      Arrays.fill(rows, 0, batch, tokens(resampler, new float[embedding.length]));
    }
    return HostTensor.stack(rows);
  }

  private static HostTensor tokens(PartSession resampler, float[] embedding)
      throws DiffusionException {
    HostTensor out =
        resampler
            .run(Map.of(IN, HostTensor.of(embedding, 1, 1, embedding.length)), Set.of(OUT))
            .get(OUT);
    if (out == null || out.shape().length != 3) {
      throw resampler.mismatch("does not give \"" + OUT + "\" as [rows, tokens, width]");
    }
    return out;
  }
}
