package org.facewright.faces;

/**
 * How a head is turned, in degrees, -99..99.
 *
 * @param yaw positive when the face looks to the viewer's left
 * @param pitch positive when it looks up
 * @param roll positive when it leans to the viewer's right
 */
public record HeadPose(double yaw, double pitch, double roll) {}
