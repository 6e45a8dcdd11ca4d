package org.facewright.project;

/**
 * What the attribute models say of a face.
 *
 * @param yaw in degrees, positive to the viewer's right; pitch positive up; roll clockwise
 * @param age in years
 * @param female probability, 0..1
 */
public record FaceAttributes(
    long imageId, float yaw, float pitch, float roll, float age, float female) {}
