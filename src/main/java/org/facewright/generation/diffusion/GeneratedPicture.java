package org.facewright.generation.diffusion;

import org.facewright.image.RgbImage;

/**
 * A finished picture.
 *
 * @param picture in the size asked for
 * @param provenance how to draw it again
 */
public record GeneratedPicture(RgbImage picture, PictureProvenance provenance) {}
