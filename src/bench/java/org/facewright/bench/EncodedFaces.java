package org.facewright.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.RgbImage;
import org.facewright.ui.DrawnFaces;
import org.facewright.ui.wall.ThumbnailSource;

/** Drawn faces as JPEG files of 112 x 112 in memory: each thumbnail costs a real decoding. */
final class EncodedFaces implements ThumbnailSource<Long> {
  private final byte[][] files = new byte[256][];

  EncodedFaces() throws IOException {
    for (int i = 0; i < files.length; i++) {
      RgbImage face = new DrawnFaces().thumbnail(DrawnFaces.key(i / 8, i % 8), 112);
      BufferedImage image = new BufferedImage(112, 112, BufferedImage.TYPE_INT_RGB);
      for (int at = 0; at < 112 * 112; at++) {
        int x = at % 112;
        int y = at / 112;
        image.setRGB(x, y, face.at(x, y, 0) << 16 | face.at(x, y, 1) << 8 | face.at(x, y, 2));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "jpg", out);
      files[i] = out.toByteArray();
    }
  }

  @Override
  public RgbImage thumbnail(Long key, int edge) throws IOException {
    try {
      return new ImageDecoder().decode(files[Math.floorMod(key, files.length)]);
    } catch (ImageException e) {
      throw new IOException(e);
    }
  }
}
