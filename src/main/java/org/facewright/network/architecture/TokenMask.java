package org.facewright.network.architecture;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which tokens of each sample Vec2Face drops and masks, in the form its network takes. Position 0,
 * the vector itself, always stays.
 *
 * @param staying [B, kept] positions that stay, ascending, row by row
 * @param masked [B, tokens + 1, 1]: 1 where masked
 * @param refill [B, tokens + 1]: the place among the staying ones that fills each position; 0, the
 *     vector's own, for dropped and masked ones
 */
@SuppressWarnings("ArrayRecordComponent")
public record TokenMask(long[] staying, float[] masked, long[] refill) {
  /** How many of the tokens a share means: it is rounded up. */
  public static int count(int tokens, double share) {
    return (int) Math.ceil(tokens * share);
  }

  /**
   * The tokens with the smallest noise are masked, the smallest of them also dropped.
   *
   * @param noise [B, tokens] uniform numbers
   * @param dropped share that is dropped
   * @param rate share that is masked; at least as many as are dropped
   */
  public static TokenMask of(float[] noise, int tokens, double dropped, double rate) {
    int batch = noise.length / tokens;
    int dropping = count(tokens, dropped);
    int masking = Math.max(dropping, count(tokens, rate));
    int kept = tokens + 1 - dropping;
    TokenMask mask =
        new TokenMask(
            new long[batch * kept],
            new float[batch * (tokens + 1)],
            new long[batch * (tokens + 1)]);
    for (int sample = 0; sample < batch; sample++) {
      mask.fill(
          Arrays.copyOfRange(noise, sample * tokens, (sample + 1) * tokens),
          sample,
          dropping,
          masking);
    }
    return mask;
  }

  private void fill(float[] noise, int sample, int dropping, int masking) {
    int positions = noise.length + 1;
    int[] order =
        IntStream.range(0, noise.length)
            .boxed()
            .sorted((a, b) -> Float.compare(noise[a], noise[b]))
            .mapToInt(i -> i + 1)
            .toArray();
    boolean[] gone = new boolean[positions];
    for (int i = 0; i < masking; i++) {
      masked[sample * positions + order[i]] = 1;
      gone[order[i]] = i < dropping;
    }
    int kept = positions - dropping;
    int place = 0;
    for (int position = 0; position < positions; position++) {
      if (!gone[position]) {
        boolean hidden = masked[sample * positions + position] == 1;
        refill[sample * positions + position] = hidden ? 0 : place;
        staying[sample * kept + place++] = position;
      }
    }
  }
}
