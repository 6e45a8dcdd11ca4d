package org.facewright.inference.catalogue;

import java.util.List;

/**
 * How a network wants its picture: each channel value is {@code (pixel - mean) / std}.
 *
 * @param width in pixels, 1..4096
 * @param height in pixels, 1..4096
 * @param colour channels and their order
 * @param mean one a channel, in pixel units 0..255, in the order of {@code colour}
 * @param std one a channel, in pixel units, not 0
 * @param layout order of dimensions
 * @param template how the face is brought into it
 * @param boxScale with template BOX: side of the cut-out in sides of the face's box
 */
public record InputContract(
    int width,
    int height,
    ColourOrder colour,
    List<Double> mean,
    List<Double> std,
    Layout layout,
    AlignmentTemplate template,
    double boxScale) {
  public InputContract {
    if (width < 1 || width > 4096 || height < 1 || height > 4096) {
      throw new IllegalArgumentException("an input of " + width + " x " + height + " pixels");
    }
    if (mean.size() != colour.channels() || std.size() != colour.channels()) {
      throw new IllegalArgumentException(
          "mean and std need " + colour.channels() + " numbers for " + colour);
    }
    if (std.stream().anyMatch(each -> each == 0 || !Double.isFinite(each))) {
      throw new IllegalArgumentException("std must not be 0");
    }
    if (!(boxScale > 0 && boxScale <= 10)) {
      throw new IllegalArgumentException("boxScale must be above 0 and at most 10");
    }
    mean = List.copyOf(mean);
    std = List.copyOf(std);
  }

  /** Values of one picture. */
  public int values() {
    return width * height * colour.channels();
  }
}
