package org.facewright.image;

import javax.imageio.IIOImage;

/** Encodes pictures as PNG, 8-bit RGB. Stateless and thread-safe. */
public final class PngEncoder {
  /** The encoded file. */
  public byte[] encode(RgbImage image) {
    return MemoryWriter.write(
        "png", (writer, param) -> new IIOImage(RgbView.of(image), null, null));
  }
}
