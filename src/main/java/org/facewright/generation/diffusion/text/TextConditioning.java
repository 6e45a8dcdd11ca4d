package org.facewright.generation.diffusion.text;

import org.facewright.generation.diffusion.part.HostTensor;

/**
 * What the encoders make of a prompt.
 *
 * @param hidden both encoders' states beside each other, [1, 77, width]
 * @param pooled the second encoder's summary, [1, width]
 * @param dropped the end of the prompt that found no room, "" if all did
 */
public record TextConditioning(HostTensor hidden, HostTensor pooled, String dropped) {
  /** Nothing but zeros in the same shapes: what "no negative prompt" means to SDXL. */
  public TextConditioning zeros() {
    return new TextConditioning(zeros(hidden), zeros(pooled), "");
  }

  private static HostTensor zeros(HostTensor like) {
    return new HostTensor(like.shape(), new float[like.data().length]);
  }
}
