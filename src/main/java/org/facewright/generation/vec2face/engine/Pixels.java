package org.facewright.generation.vec2face.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.facewright.image.RgbImage;
import org.facewright.network.architecture.Vec2FaceGenerator;

/** Drawn faces as the bytes of a message: 112 x 112 RGB, one after another. Stateless. */
final class Pixels {
  private static final int SIDE = Vec2FaceGenerator.SIDE;

  /** Bytes of a picture. */
  static final int BYTES = SIDE * SIDE * 3;

  private Pixels() {}

  static List<RgbImage> read(byte[] bytes, int from) {
    List<RgbImage> pictures = new ArrayList<>();
    for (int at = from; at + BYTES <= bytes.length; at += BYTES) {
      pictures.add(new RgbImage(SIDE, SIDE, Arrays.copyOfRange(bytes, at, at + BYTES)));
    }
    return pictures;
  }
}
