package org.facewright.generation.vec2face.training;

/**
 * How much each loss counts; 0 switches one off.
 *
 * @param picture mean squared difference of pixels in -1 to 1
 * @param structure 1 - SSIM (Wang et al. 2004)
 * @param identity 1 - cosine of the drawn face's embedding and the wanted one
 * @param token mean squared difference of the decoder's tokens and the encoder's unmasked input
 * @param perceptual LPIPS (Zhang et al. 2018)
 * @param adversarial what the patch discriminator thinks
 */
public record LossWeights(
    double picture,
    double structure,
    double identity,
    double token,
    double perceptual,
    double adversarial) {
  public LossWeights {
    for (double weight :
        new double[] {picture, structure, identity, token, perceptual, adversarial}) {
      if (!(weight >= 0 && weight < 1e6)) {
        throw new IllegalArgumentException("a loss cannot count " + weight + " times");
      }
    }
    if (picture + structure + identity + perceptual <= 0) {
      throw new IllegalArgumentException("no loss looks at the picture");
    }
  }

  /** The published recipe. */
  public static LossWeights published() {
    return new LossWeights(1, 0.1, 1, 1, 0.2, 1);
  }

  /** Without the losses whose networks are not there. */
  public LossWeights having(boolean judge, boolean vgg, boolean critic) {
    return new LossWeights(
        picture,
        structure,
        judge ? identity : 0,
        token,
        vgg ? perceptual : 0,
        critic ? adversarial : 0);
  }
}
