package org.facewright.faces;

/**
 * A face in a picture.
 *
 * @param box around it
 * @param score of the detector, 0..1
 */
public record DetectedFace(Box box, float score) {}
