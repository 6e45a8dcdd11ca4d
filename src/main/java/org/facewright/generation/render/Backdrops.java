package org.facewright.generation.render;

import java.util.SplittableRandom;

/** Paints what is behind the head: small, linear, and as blurred as a portrait lens leaves it. */
final class Backdrops {
  private static final int SIZE = 64;

  private final float[] rgb = new float[SIZE * SIZE * 3];
  private final Shot.Backdrop backdrop;
  private final SplittableRandom random;
  private final Noise noise;
  private final float[] base;

  private Backdrops(Shot shot) {
    backdrop = shot.backdrop();
    random = Seeds.stream(shot.seed(), 20);
    noise = new Noise(Seeds.of(shot.seed(), 21));
    base = Colour.hsl(backdrop.hue(), backdrop.saturation(), backdrop.lightness());
  }

  static Backdrop paint(Shot shot) {
    Backdrops painter = new Backdrops(shot);
    switch (shot.backdrop().kind()) {
      case STUDIO -> painter.studio();
      case GRADIENT -> painter.gradient();
      case ROOM -> painter.room();
      case FOLIAGE -> painter.foliage();
      case STREET -> painter.street();
    }
    return new Backdrop(SIZE, painter.rgb);
  }

  private void studio() {
    float cx = 0.3f + 0.4f * random.nextFloat();
    float cy = 0.2f + 0.5f * random.nextFloat();
    each(
        (x, y) ->
            1.15f
                - 0.9f * ((x - cx) * (x - cx) + (y - cy) * (y - cy))
                + 0.04f * noise.at(x * 3, y * 3, 0));
  }

  private void gradient() {
    float angle = random.nextFloat() * 6.28f;
    float[] other =
        Colour.hsl(
            (backdrop.hue() + 0.1f + 0.4f * random.nextFloat()) % 1,
            backdrop.saturation(),
            0.15f + 0.6f * random.nextFloat());
    for (int i = 0; i < SIZE * SIZE; i++) {
      float x = (i % SIZE) / (float) SIZE - 0.5f;
      float y = (i / SIZE) / (float) SIZE - 0.5f;
      float t = Smooth.step(-0.6f, 0.6f, x * (float) Math.cos(angle) + y * (float) Math.sin(angle));
      put(i, Colour.mix(base, other, t));
    }
  }

  private void room() {
    each((x, y) -> 0.8f + 0.3f * noise.at(x * 1.5f, y * 1.5f, 1));
    int things = 5 + random.nextInt(8);
    for (int i = 0; i < things; i++) {
      float[] colour =
          Colour.hsl(
              random.nextFloat(), 0.25f * random.nextFloat(), 0.05f + 0.6f * random.nextFloat());
      rectangle(
          random.nextFloat(),
          random.nextFloat(),
          0.05f + 0.3f * random.nextFloat(),
          0.05f + 0.4f * random.nextFloat(),
          colour);
    }
    if (random.nextFloat() < 0.6f) {
      float[] day = Colour.times(Colour.srgb(235, 242, 255), 1.5f + random.nextFloat());
      rectangle(random.nextFloat(), 0.35f, 0.12f + 0.15f * random.nextFloat(), 0.3f, day);
    }
    lights(random.nextInt(5), Colour.times(Colour.srgb(255, 214, 150), 3), 0.025f);
    blur(3);
    blur(3);
  }

  private void foliage() {
    float[] leaf =
        Colour.hsl(0.18f + 0.14f * random.nextFloat(), 0.32f, 0.12f + 0.2f * backdrop.lightness());
    for (int i = 0; i < SIZE * SIZE; i++) {
      float x = (i % SIZE) / (float) SIZE;
      float y = (i / SIZE) / (float) SIZE;
      float n = noise.rough(x * 5, y * 5, 0) + 0.6f * noise.at(x * 14, y * 14, 5);
      put(i, Colour.times(leaf, Math.max(0.1f, 1 + 0.9f * n)));
    }
    lights(25 + random.nextInt(30), Colour.times(Colour.srgb(226, 240, 170), 0.9f), 0.035f);
    lights(random.nextInt(15), Colour.times(Colour.srgb(235, 245, 255), 1.6f), 0.03f);
    blur(1);
    blur(1);
  }

  private void street() {
    float horizon = 0.35f + 0.4f * random.nextFloat();
    float[] sky =
        Colour.mix(Colour.srgb(150, 185, 225), Colour.srgb(230, 232, 235), random.nextFloat());
    for (int i = 0; i < SIZE * SIZE; i++) {
      float y = (i / SIZE) / (float) SIZE;
      put(i, y < horizon ? Colour.times(sky, 0.9f + 0.5f * y) : Colour.times(base, 0.55f));
    }
    for (int i = 0; i < 9; i++) {
      float h = 0.1f + 0.4f * random.nextFloat();
      float[] wall =
          Colour.hsl(
              0.02f + 0.12f * random.nextFloat(),
              0.25f * random.nextFloat(),
              0.15f + 0.5f * random.nextFloat());
      rectangle(random.nextFloat(), horizon - h / 3, 0.05f + 0.1f * random.nextFloat(), h, wall);
    }
    lights(random.nextInt(10), Colour.times(Colour.srgb(255, 196, 130), 2), 0.02f);
    blur(3);
    blur(2);
  }

  private interface Shade {
    float at(float x, float y);
  }

  private void each(Shade shade) {
    for (int i = 0; i < SIZE * SIZE; i++) {
      float f = shade.at((i % SIZE) / (float) SIZE, (i / SIZE) / (float) SIZE);
      put(i, Colour.times(base, Math.max(0.05f, f)));
    }
  }

  private void put(int at, float[] colour) {
    System.arraycopy(colour, 0, rgb, at * 3, 3);
  }

  private void rectangle(float cx, float cy, float halfX, float halfY, float[] colour) {
    for (int i = 0; i < SIZE * SIZE; i++) {
      float x = Math.abs((i % SIZE) / (float) SIZE - cx);
      float y = Math.abs((i / SIZE) / (float) SIZE - cy);
      if (x < halfX && y < halfY) {
        put(i, colour);
      }
    }
  }

  private void lights(int count, float[] colour, float radius) {
    for (int n = 0; n < count; n++) {
      float cx = random.nextFloat();
      float cy = random.nextFloat();
      float r = radius * (0.5f + random.nextFloat());
      float strength = 0.2f + 0.5f * random.nextFloat();
      for (int i = 0; i < SIZE * SIZE; i++) {
        float x = (i % SIZE) / (float) SIZE - cx;
        float y = (i / SIZE) / (float) SIZE - cy;
        float a = strength * Smooth.step(r * 1.2f, r * 0.8f, (float) Math.sqrt(x * x + y * y));
        if (a > 0) {
          for (int c = 0; c < 3; c++) {
            rgb[i * 3 + c] += (colour[c] - rgb[i * 3 + c]) * a;
          }
        }
      }
    }
  }

  private void blur(int radius) {
    pass(radius, 3, SIZE * 3);
    pass(radius, SIZE * 3, 3);
  }

  private void pass(int radius, int step, int other) {
    float[] line = new float[SIZE];
    for (int j = 0; j < SIZE; j++) {
      for (int c = 0; c < 3; c++) {
        int start = j * other + c;
        for (int i = 0; i < SIZE; i++) {
          float sum = 0;
          for (int k = -radius; k <= radius; k++) {
            sum += rgb[start + Math.clamp(i + k, 0, SIZE - 1) * step];
          }
          line[i] = sum / (2 * radius + 1);
        }
        for (int i = 0; i < SIZE; i++) {
          rgb[start + i * step] = line[i];
        }
      }
    }
  }
}
