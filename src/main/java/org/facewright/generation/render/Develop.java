package org.facewright.generation.render;

import java.util.SplittableRandom;
import org.facewright.image.RgbImage;

/**
 * From linear radiance at samples to pixels: exposure, a film-like curve, averaging, then what a
 * camera adds: white balance, something near the lens, blur, vignette, noise.
 */
final class Develop {
  /** Mean linear luminance of a well exposed face. */
  private static final float METERED = 0.30f;

  private static final int TABLE = 4096;
  private static final float BRIGHTEST = 8;
  private static final float[] TONES = table();

  private Develop() {}

  static RgbImage print(Exposure exposure, Shot shot, Framing framing) {
    int size = framing.size();
    float[] pixels = average(exposure, shot, size, framing.samples());
    Foreground.lay(shot, pixels, size);
    Blur.gauss(pixels, size, shot.camera().blur() * size / 112);
    return encode(pixels, shot, size);
  }

  private static float[] average(Exposure exposure, Shot shot, int size, int samples) {
    Shot.Camera camera = shot.camera();
    float gain = (float) Math.pow(2, shot.lighting().exposure()) * meter(exposure);
    float[] balance = Colour.times(Lamp.tint(camera.warmth() * 0.35f), gain);
    float[] pixels = new float[size * size * 3];
    int width = exposure.width;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        for (int c = 0; c < 3; c++) {
          float sum = 0;
          for (int j = 0; j < samples; j++) {
            int at = ((y * samples + j) * width + x * samples) * 3 + c;
            for (int i = 0; i < samples; i++, at += 3) {
              sum += tone(exposure.rgb[at] * balance[c]);
            }
          }
          pixels[(y * size + x) * 3 + c] = sum / (samples * samples);
        }
      }
    }
    return pixels;
  }

  /** What a camera's centre-weighted meter would do, half-heartedly. */
  private static float meter(Exposure exposure) {
    int width = exposure.width;
    double sum = 0;
    int count = 0;
    for (int y = width / 4; y < width * 3 / 4; y += 4) {
      for (int x = width / 4; x < width * 3 / 4; x += 4) {
        int at = (y * width + x) * 3;
        float luma =
            0.2126f * exposure.rgb[at]
                + 0.7152f * exposure.rgb[at + 1]
                + 0.0722f * exposure.rgb[at + 2];
        sum += Math.min(2, luma);
        count++;
      }
    }
    double mean = sum / count + 0.01;
    return (float) Math.clamp(Math.pow(METERED / mean, 0.55), 0.35, 1.9);
  }

  private static RgbImage encode(float[] pixels, Shot shot, int size) {
    SplittableRandom random = Seeds.stream(shot.seed(), 30);
    byte[] bytes = new byte[pixels.length];
    float noise = shot.camera().noise();
    float saturation = shot.camera().saturation();
    for (int i = 0; i < size * size; i++) {
      float x = (i % size) / (float) size - 0.5f;
      float y = (i / size) / (float) size - 0.5f;
      float vignette = 1 - 0.22f * (x * x + y * y);
      float grey = 0.3f * pixels[i * 3] + 0.59f * pixels[i * 3 + 1] + 0.11f * pixels[i * 3 + 2];
      float shared = noise > 0 ? (float) random.nextGaussian() * 0.8f : 0;
      for (int c = 0; c < 3; c++) {
        float v = (grey + (pixels[i * 3 + c] - grey) * saturation) * vignette * 255;
        if (noise > 0) {
          // Shot noise: dark pixels show more of it after the curve.
          v += noise * (shared + 0.5f * (float) random.nextGaussian()) * (1.25f - 0.6f * grey);
        }
        bytes[i * 3 + c] = (byte) Math.clamp(Math.round(v), 0, 255);
      }
    }
    return new RgbImage(size, size, bytes);
  }

  private static float tone(float x) {
    return TONES[(int) (Math.sqrt(Math.clamp(x, 0, BRIGHTEST) / BRIGHTEST) * (TABLE - 1) + 0.5)];
  }

  /** The film-like curve of Narkowicz 2015 (a fit of ACES), then sRGB, by the root of the input. */
  private static float[] table() {
    float[] table = new float[TABLE];
    for (int i = 0; i < TABLE; i++) {
      float root = (float) i / (TABLE - 1);
      float y = root * root * BRIGHTEST * 0.72f;
      float mapped = y * (2.51f * y + 0.03f) / (y * (2.43f * y + 0.59f) + 0.14f);
      table[i] = Colour.encoded(Math.clamp(mapped, 0, 1));
    }
    return table;
  }
}
