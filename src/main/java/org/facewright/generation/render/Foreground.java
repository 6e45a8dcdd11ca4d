package org.facewright.generation.render;

/** Something near the lens at the picture's edge, so far out of focus that only a shade is left. */
final class Foreground {
  private Foreground() {}

  static void lay(Shot shot, float[] pixels, int size) {
    Shot.Occluder what = shot.occluder();
    if (what.kind() != OccluderKind.FOREGROUND) {
      return;
    }
    float[] linear = Colour.hsl(what.hue(), 0.3f, what.lightness() * 0.7f);
    float cx = 0.5f + 0.55f * Math.signum(what.x() + 0.01f);
    float cy = 0.5f - 0.35f * what.y();
    float reach = 0.24f * what.size();
    for (int i = 0; i < size * size; i++) {
      float x = (i % size) / (float) size - cx;
      float y = ((i / size) / (float) size - cy) * 0.6f;
      float cover = Smooth.step(reach * 1.5f, reach * 0.7f, (float) Math.sqrt(x * x + y * y));
      for (int c = 0; c < 3; c++) {
        float target = Colour.encoded(linear[c]);
        pixels[i * 3 + c] += (target - pixels[i * 3 + c]) * cover * 0.95f;
      }
    }
  }
}
