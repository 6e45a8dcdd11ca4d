package org.facewright.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.facewright.image.JpegEncoder;
import org.facewright.image.RgbImage;

/**
 * Folders of small pictures: an identity is a colour with a pattern, a picture is it with noise.
 */
public final class DrawnFaces {
  private static final int SIDE = 112;

  private DrawnFaces() {}

  /** Writes {@code identities} folders of {@code pictures} each. */
  public static Path write(Path folder, int identities, int pictures) throws IOException {
    for (int identity = 0; identity < identities; identity++) {
      Path own = Files.createDirectories(folder.resolve("p%03d".formatted(identity)));
      for (int picture = 0; picture < pictures; picture++) {
        Files.write(own.resolve("%03d.jpg".formatted(picture)), jpeg(identity, picture));
      }
    }
    return folder;
  }

  public static byte[] jpeg(int identity, int picture) {
    SplittableRandom looks = new SplittableRandom(1000 + identity);
    int[] colour = {looks.nextInt(200), looks.nextInt(200), looks.nextInt(200)};
    int stripe = looks.nextInt(8, 40);
    SplittableRandom noise = new SplittableRandom(identity * 1000L + picture);
    byte[] rgb = new byte[SIDE * SIDE * 3];
    for (int i = 0; i < rgb.length; i++) {
      int x = i / 3 % SIDE;
      int light = x / stripe % 2 * 50;
      rgb[i] = (byte) Math.clamp(colour[i % 3] + light + noise.nextInt(-25, 26), 0, 255);
    }
    return new JpegEncoder().encode(new RgbImage(SIDE, SIDE, rgb), .9);
  }
}
