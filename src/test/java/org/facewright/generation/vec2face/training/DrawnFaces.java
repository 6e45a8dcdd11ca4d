package org.facewright.generation.vec2face.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.facewright.image.PngEncoder;
import org.facewright.image.RgbImage;
import org.facewright.vector.FloatMatrix;

/** A training set of simple pictures: one colour and one bright disc an identity. */
final class DrawnFaces {
  private static final int SIDE = 112;

  private DrawnFaces() {}

  static ConditionedSet set(Path folder, int identities, int pictures) throws Exception {
    SplittableRandom random = new SplittableRandom(4);
    for (int person = 0; person < identities; person++) {
      Path home = Files.createDirectories(folder.resolve("p%02d".formatted(person)));
      int[] colour = {random.nextInt(256), random.nextInt(256), random.nextInt(256)};
      for (int picture = 0; picture < pictures; picture++) {
        Files.write(
            home.resolve(picture + ".png"),
            new PngEncoder().encode(disc(colour, 30 + random.nextInt(50))));
      }
    }
    FaceFolder faces = FaceFolder.list(folder);
    float[] rows = new float[faces.size() * 32];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextGaussian();
    }
    return ConditionedSet.of(faces, new FloatMatrix(faces.size(), 32, rows), 1, 9);
  }

  private static RgbImage disc(int[] colour, int centre) {
    byte[] rgb = new byte[SIDE * SIDE * 3];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        boolean in = Math.hypot(x - centre, y - centre) < 25;
        for (int c = 0; c < 3; c++) {
          rgb[(y * SIDE + x) * 3 + c] = (byte) (in ? 240 : colour[c]);
        }
      }
    }
    return new RgbImage(SIDE, SIDE, rgb);
  }
}
