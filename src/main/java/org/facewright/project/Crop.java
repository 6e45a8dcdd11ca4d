package org.facewright.project;

/**
 * The aligned 112 x 112 face cut from a picture that was not aligned; what every later stage sees.
 *
 * @param detectionScore of the detector, 0..1
 * @param points the five landmarks in the picture, "x,y" in pixels separated by spaces: left eye,
 *     right eye, nose, left and right corner of the mouth
 */
public record Crop(
    long imageId,
    ContentHash hash,
    ImageStore.Location location,
    float detectionScore,
    String points) {}
