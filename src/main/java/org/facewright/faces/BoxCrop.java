package org.facewright.faces;

import org.facewright.image.Crop;
import org.facewright.image.Resize;
import org.facewright.image.RgbImage;
import org.facewright.inference.catalogue.InputContract;

/**
 * The part of a picture that a network for a face's box is shown.
 *
 * @param picture of the network's input size
 * @param left edge of the part in the whole picture, in pixels
 * @param top edge
 * @param width of the part in pixels of the whole picture
 * @param height of the part
 */
record BoxCrop(RgbImage picture, int left, int top, int width, int height) {

  /**
   * Cuts out the box, made larger as the contract says but not larger than the picture, and shifted
   * so that it lies within the picture.
   */
  static BoxCrop of(RgbImage picture, Box box, InputContract input) {
    double scale =
        Math.min(
            input.boxScale(),
            Math.min(picture.width() / box.width(), picture.height() / box.height()));
    Box larger = box.scaled(scale);
    int width = Math.clamp(Math.round(larger.width()), 1, picture.width());
    int height = Math.clamp(Math.round(larger.height()), 1, picture.height());
    int left = Math.clamp(Math.round(larger.left()), 0, picture.width() - width);
    int top = Math.clamp(Math.round(larger.top()), 0, picture.height() - height);
    RgbImage part = Crop.of(picture, left, top, width, height);
    return new BoxCrop(Resize.area(part, input.width(), input.height()), left, top, width, height);
  }
}
