package org.facewright.generation.vec2face.engine;

/**
 * The networks that look at faces while a vector is searched, by absolute paths.
 *
 * @param identity a recogniser that passes gradients on
 * @param quality a network whose features' length is the quality; "" for none
 * @param pose 6DRepNet's weights in deploy form; "" for none
 */
public record JudgeFiles(String identity, String quality, String pose) {}
