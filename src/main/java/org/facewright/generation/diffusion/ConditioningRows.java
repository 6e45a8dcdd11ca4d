package org.facewright.generation.diffusion;

import java.util.Arrays;
import org.facewright.generation.diffusion.latent.SizeConditioning;
import org.facewright.generation.diffusion.part.HostTensor;
import org.facewright.generation.diffusion.text.TextConditioning;
import org.jspecify.annotations.Nullable;

/**
 * What each row of a batch is conditioned on: with guidance the negative rows come first.
 *
 * @param hidden [rows, tokens, width]
 * @param pooled [rows, width]
 * @param timeIds [rows, 6]
 */
public record ConditioningRows(HostTensor hidden, HostTensor pooled, HostTensor timeIds) {

  /**
   * Rows for a batch.
   *
   * @param negative null when guidance is off
   */
  public static ConditioningRows of(
      TextConditioning positive,
      @Nullable TextConditioning negative,
      SizeConditioning size,
      int batch) {
    HostTensor hidden = repeat(positive.hidden(), batch);
    HostTensor pooled = repeat(positive.pooled(), batch);
    HostTensor times = repeat(HostTensor.of(size.timeIds(), 1, 6), batch);
    if (negative == null) {
      return new ConditioningRows(hidden, pooled, times);
    }
    return new ConditioningRows(
        HostTensor.stack(repeat(negative.hidden(), batch), hidden),
        HostTensor.stack(repeat(negative.pooled(), batch), pooled),
        HostTensor.stack(times, times));
  }

  private static HostTensor repeat(HostTensor row, int times) {
    HostTensor[] rows = new HostTensor[times];
    Arrays.fill(rows, row);
    return HostTensor.stack(rows);
  }
}
