package org.facewright.generation.vec2face;

import java.util.ArrayList;
import java.util.List;
import org.facewright.image.RgbImage;
import org.facewright.network.architecture.Vec2FaceGenerator;

/** Faces of 112 x 112 in rows, as one picture. One thread. */
public final class FaceSheet {
  private static final int SIDE = Vec2FaceGenerator.SIDE;
  private static final int CHANNELS = 3;

  private final int columns;
  private final List<RgbImage> tiles = new ArrayList<>();

  public FaceSheet(int columns) {
    this.columns = columns;
  }

  /** Adds a row; what is missing at its end stays black. */
  public void row(List<RgbImage> faces) {
    tiles.addAll(faces);
    for (int i = faces.size(); i < columns; i++) {
      tiles.add(RgbImage.black(SIDE, SIDE));
    }
  }

  /** All rows so far. */
  public RgbImage picture() {
    RgbImage sheet = RgbImage.black(columns * SIDE, tiles.size() / columns * SIDE);
    for (int i = 0; i < tiles.size(); i++) {
      byte[] from = tiles.get(i).rgb();
      for (int y = 0; y < SIDE; y++) {
        int at = ((i / columns * SIDE + y) * columns + i % columns) * SIDE * CHANNELS;
        System.arraycopy(from, y * SIDE * CHANNELS, sheet.rgb(), at, SIDE * CHANNELS);
      }
    }
    return sheet;
  }
}
