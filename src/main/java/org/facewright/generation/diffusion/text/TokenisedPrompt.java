package org.facewright.generation.diffusion.text;

/**
 * A prompt as the encoders take it.
 *
 * @param ids 77 token ids: start, text, end, padding
 * @param weights of the tokens, 1 where none was given
 * @param used tokens of text that found room, 0..75
 * @param dropped the tail that did not, "" if all did
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers: compared by nobody.
public record TokenisedPrompt(int[] ids, float[] weights, int used, String dropped) {
  /** Whether a weight other than 1 is among them. */
  public boolean weighted() {
    for (float weight : weights) {
      if (weight != 1) {
        return true;
      }
    }
    return false;
  }
}
