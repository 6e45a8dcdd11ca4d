package org.facewright.generation.diffusion.text;

/**
 * A piece of a prompt and how much it counts.
 *
 * @param text as the encoders are to read it
 * @param weight 1 is usual
 */
public record WeightedText(String text, double weight) {}
