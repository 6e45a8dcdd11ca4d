package org.facewright.generation.render;

import java.util.List;

/** Draws a stage and lights each sample once: linear radiance at every sample. */
final class Exposure {
  private final Stage stage;
  private final VisibilityBuffer buffer;
  private final int[] firsts;
  private final Illumination light;
  final int width;
  final float[] rgb;

  Exposure(Stage stage) {
    this.stage = stage;
    width = stage.framing.size() * stage.framing.samples();
    buffer = new VisibilityBuffer(width, width);
    firsts = draw(stage.layers(), buffer, stage.view);
    light = stage.illumination();
    rgb = new float[width * width * 3];
  }

  private static int[] draw(List<Layer> layers, VisibilityBuffer into, View view) {
    int[] firsts = new int[layers.size() + 1];
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).draw(into, view, firsts[i]);
      firsts[i + 1] = firsts[i] + layers.get(i).items();
    }
    return firsts;
  }

  Exposure take(Rows rows) {
    rows.each(width, this::row);
    if (!stage.glass().isEmpty()) {
      glass();
    }
    return this;
  }

  private void row(int y) {
    Surfel s = new Surfel();
    for (int x = 0; x < width; x++) {
      int at = y * width + x;
      int item = buffer.item[at];
      if (item == VisibilityBuffer.NOTHING) {
        stage.backdrop.at((x + 0.5f) / width, (y + 0.5f) / width, rgb, at * 3);
        continue;
      }
      int layer = 0;
      while (item >= firsts[layer + 1]) {
        layer++;
      }
      stage
          .layers()
          .get(layer)
          .describe(item - firsts[layer], buffer.second[at], buffer.third[at], s);
      light.light(s, turn(x, y), rgb, at * 3);
    }
  }

  /** Interleaved gradient noise (Jimenez 2014): neighbours differ as much as they can. */
  private static float turn(int x, int y) {
    float inner = 0.06711056f * x + 0.00583715f * y;
    float turn = 52.9829189f * (inner - (float) Math.floor(inner));
    return turn - (float) Math.floor(turn);
  }

  /** Panes in front: they darken by their tint and add what they mirror. */
  private void glass() {
    VisibilityBuffer panes = new VisibilityBuffer(width, width);
    int[] first = draw(stage.glass(), panes, stage.view);
    Surfel s = new Surfel();
    float[] mirrored = new float[3];
    for (int at = 0; at < panes.item.length; at++) {
      int item = panes.item[at];
      if (item == VisibilityBuffer.NOTHING || panes.near[at] <= buffer.near[at]) {
        continue;
      }
      int layer = 0;
      while (item >= first[layer + 1]) {
        layer++;
      }
      stage.glass().get(layer).describe(item - first[layer], panes.second[at], panes.third[at], s);
      s.matter(0.08f, 0.06f, 0);
      s.red = 0;
      s.green = 0;
      s.blue = 0;
      s.wet = true;
      light.light(s, 0, mirrored, 0);
      float pass = 0.95f - 0.88f * stage.glassTint;
      for (int c = 0; c < 3; c++) {
        rgb[at * 3 + c] = rgb[at * 3 + c] * pass + mirrored[c] * 0.13f;
      }
    }
  }
}
