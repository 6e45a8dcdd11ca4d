package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.facewright.image.JpegEncoder;
import org.facewright.image.RgbImage;

/** Identity folders of small generated pictures: each identity has its own coarse pattern. */
final class PictureFolders {
  private static final int SIDE = 112;
  private static final int CELL = 28;

  private PictureFolders() {}

  static void write(Path root, int identities, int images) throws IOException {
    JpegEncoder encoder = new JpegEncoder();
    for (int identity = 0; identity < identities; identity++) {
      Path folder = Files.createDirectories(root.resolve("%06d".formatted(identity)));
      for (int image = 0; image < images; image++) {
        Files.write(
            folder.resolve("%03d.jpg".formatted(image)),
            encoder.encode(picture(identity, image), .8));
      }
    }
  }

  private static RgbImage picture(int identity, int image) {
    SplittableRandom person = new SplittableRandom(identity);
    SplittableRandom shot = new SplittableRandom(identity * 1000L + image);
    byte[] rgb = new byte[SIDE * SIDE * 3];
    int across = SIDE / CELL;
    int[] cells = new int[across * across * 3];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = Math.clamp(person.nextInt(256) + shot.nextInt(-20, 21), 0, 255);
    }
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        for (int c = 0; c < 3; c++) {
          rgb[(y * SIDE + x) * 3 + c] = (byte) cells[((y / CELL) * across + x / CELL) * 3 + c];
        }
      }
    }
    return new RgbImage(SIDE, SIDE, rgb);
  }
}
