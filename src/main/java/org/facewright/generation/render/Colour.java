package org.facewright.generation.render;

/** Colours as linear-light sRGB triples of floats. */
final class Colour {
  private Colour() {}

  /** From 8-bit sRGB. */
  static float[] srgb(int r, int g, int b) {
    return new float[] {linear(r / 255f), linear(g / 255f), linear(b / 255f)};
  }

  /** From hue, saturation, lightness (0..1 each) in sRGB. */
  static float[] hsl(float hue, float saturation, float lightness) {
    float a = saturation * Math.min(lightness, 1 - lightness);
    float[] out = new float[3];
    float[] offsets = {0, 8, 4};
    for (int i = 0; i < 3; i++) {
      float k = (offsets[i] + hue * 12) % 12;
      float v = lightness - a * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
      out[i] = linear(v);
    }
    return out;
  }

  static float linear(float s) {
    return s <= 0.04045f ? s / 12.92f : (float) Math.pow((s + 0.055f) / 1.055f, 2.4);
  }

  static float encoded(float l) {
    return l <= 0.0031308f ? l * 12.92f : 1.055f * (float) Math.pow(l, 1 / 2.4) - 0.055f;
  }

  static float[] mix(float[] a, float[] b, float t) {
    return new float[] {
      a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t
    };
  }

  static float[] times(float[] a, float[] b) {
    return new float[] {a[0] * b[0], a[1] * b[1], a[2] * b[2]};
  }

  static float[] times(float[] a, float f) {
    return new float[] {a[0] * f, a[1] * f, a[2] * f};
  }

  /** Skin by melanin (0..1), interpolated between seven tones chosen by eye. */
  static float[] skin(float melanin) {
    float[][] tones = {
      srgb(244, 214, 198),
      srgb(231, 192, 170),
      srgb(212, 167, 139),
      srgb(182, 136, 108),
      srgb(142, 101, 79),
      srgb(103, 73, 58),
      srgb(72, 52, 44)
    };
    float at = Math.clamp(melanin, 0, 1) * (tones.length - 1);
    int i = Math.min(tones.length - 2, (int) at);
    return mix(tones[i], tones[i + 1], at - i);
  }

  /** Hair from its two melanins and grey, each 0..1. */
  static float[] hair(float dark, float red, float grey) {
    float[][] tones = {
      srgb(222, 190, 138), srgb(176, 134, 84), srgb(118, 82, 52), srgb(66, 46, 34), srgb(24, 19, 18)
    };
    float at = Math.clamp(dark, 0, 1) * (tones.length - 1);
    int i = Math.min(tones.length - 2, (int) at);
    float[] melanin = mix(tones[i], tones[i + 1], at - i);
    float[] ginger = mix(srgb(196, 98, 44), srgb(92, 36, 20), dark);
    return mix(mix(melanin, ginger, red), srgb(186, 184, 182), grey);
  }
}
