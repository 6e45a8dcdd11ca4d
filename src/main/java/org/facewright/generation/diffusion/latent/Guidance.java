package org.facewright.generation.diffusion.latent;

/**
 * Classifier-free guidance (Ho and Salimans, 2022): away from the negative prompt, past the
 * positive one.
 *
 * @param scale 1 or less is off; 7.5 is usual
 * @param rescale 0..1: how far the result's spread is brought back to the positive prediction's
 *     (Lin et al., 2023, section 3.4)
 */
public record Guidance(float scale, float rescale) {
  public Guidance {
    if (!(scale >= 0 && scale <= 100)) {
      throw new IllegalArgumentException("guidance must be 0..100, not " + scale);
    }
    if (!(rescale >= 0 && rescale <= 1)) {
      throw new IllegalArgumentException("guidance rescale must be 0..1, not " + rescale);
    }
  }

  /** Whether it has an effect; if not, only the positive prompt is evaluated. */
  public boolean on() {
    return scale > 1;
  }

  /**
   * Combines the predictions of a doubled batch.
   *
   * @param both the negative predictions, then the positive ones
   * @param single numbers of one picture
   * @return the guided predictions
   */
  public float[] combine(float[] both, int single) {
    int half = both.length / 2;
    float[] guided = new float[half];
    for (int i = 0; i < half; i++) {
      guided[i] = both[i] + scale * (both[half + i] - both[i]);
    }
    if (rescale > 0) {
      for (int at = 0; at < half; at += single) {
        rescale(guided, at, deviation(both, half + at, single), single);
      }
    }
    return guided;
  }

  private void rescale(float[] guided, int at, double wanted, int single) {
    double spread = deviation(guided, at, single);
    float factor = (float) (rescale * wanted / spread + (1 - rescale));
    for (int i = at; i < at + single; i++) {
      guided[i] *= factor;
    }
  }

  private static double deviation(float[] values, int at, int count) {
    double mean = 0;
    for (int i = at; i < at + count; i++) {
      mean += values[i];
    }
    mean /= count;
    double squares = 0;
    for (int i = at; i < at + count; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    return Math.sqrt(squares / (count - 1));
  }

  /**
   * The strength as models want it that were distilled to take it as an input (Meng et al., 2023):
   * a sinusoidal embedding of (scale - 1) * 1000.
   *
   * @param length of the embedding, even
   */
  public float[] embedding(int length) {
    int half = length / 2;
    double step = Math.log(10000) / (half - 1);
    double position = (scale - 1) * 1000;
    float[] values = new float[length];
    for (int i = 0; i < half; i++) {
      double angle = position * Math.exp(-step * i);
      values[i] = (float) Math.sin(angle);
      values[half + i] = (float) Math.cos(angle);
    }
    return values;
  }
}
