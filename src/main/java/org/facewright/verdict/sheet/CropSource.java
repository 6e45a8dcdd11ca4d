package org.facewright.verdict.sheet;

import java.io.IOException;
import org.facewright.image.RgbImage;

/** Gives the aligned crop of an image. Called from several threads. */
public interface CropSource {
  /**
   * @throws IOException if it cannot be read; the message names the image
   */
  RgbImage crop(SheetFace face) throws IOException;
}
