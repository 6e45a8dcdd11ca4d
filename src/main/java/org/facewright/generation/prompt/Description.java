package org.facewright.generation.prompt;

import java.util.Map;

/**
 * One planned person or shot.
 *
 * @param index in its plan, from 0
 * @param choices the name of the value chosen along each axis
 * @param prompt the sentence
 * @param negative what the picture shall not show
 * @param seed of its picture, 32 bits
 */
public record Description(
    int index, Map<String, String> choices, String prompt, String negative, long seed) {
  /** The same with another seed, for a try after a picture without exactly one face. */
  public Description retried(int attempt) {
    long mixed = (seed + 0x9E3779B97F4A7C15L * attempt) * 0xBF58476D1CE4E5B9L;
    return new Description(index, choices, prompt, negative, attempt == 0 ? seed : mixed >>> 32);
  }
}
