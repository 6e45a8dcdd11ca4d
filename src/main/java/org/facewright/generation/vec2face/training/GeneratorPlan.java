package org.facewright.generation.vec2face.training;

import org.facewright.generation.vec2face.GeneratorConfig;
import org.facewright.generation.vec2face.MaskDraw;
import org.facewright.network.Precision;
import org.facewright.network.optimiser.Optimiser;
import org.facewright.network.weights.Weights;
import org.jspecify.annotations.Nullable;

/**
 * What is trained and how one step works.
 *
 * @param config of the generator as it will be used
 * @param masks in training; their least rate is the share of dropped tokens
 * @param judge null: no identity loss
 * @param vgg VGG-16 with torchvision's names, and LPIPS's {@code lin} weights if it has them; null:
 *     no perceptual loss
 * @param critic channels of the patch discriminator's first layer; 0: none
 * @param clipNorm of the gradients, 2 as published
 * @param average decay a step of the averaged weights that are kept (EMA)
 */
public record GeneratorPlan(
    GeneratorConfig config,
    MaskDraw masks,
    LossWeights losses,
    @Nullable IdentityJudge judge,
    @Nullable Weights vgg,
    int critic,
    Optimiser optimiser,
    Precision precision,
    double clipNorm,
    double average) {
  public GeneratorPlan {
    if (losses.token() > 0 && config.shape().width() != config.shape().decoderWidth()) {
      throw new IllegalArgumentException(
          "The token loss needs embed_dim and decoder_embed_dim to be equal; switch it off.");
    }
    if (losses.identity() > 0 && judge == null) {
      throw new IllegalArgumentException("The identity loss needs a recogniser's weights.");
    }
    if (judge != null
        && losses.identity() > 0
        && judge.target() == IdentityJudge.Target.VECTOR
        && judge.features() != config.shape().features()) {
      throw new IllegalArgumentException(
          "The recogniser gives %d numbers, the generator takes %d."
              .formatted(judge.features(), config.shape().features()));
    }
    if (losses.perceptual() > 0 && vgg == null) {
      throw new IllegalArgumentException("The perceptual loss needs VGG-16's weights.");
    }
    if (losses.adversarial() > 0 && critic < 1) {
      throw new IllegalArgumentException("The adversarial loss needs a discriminator.");
    }
    if (!(average >= 0 && average < 1 && clipNorm >= 0)) {
      throw new IllegalArgumentException("the average's decay lies between 0 and 1");
    }
  }

  /** The published optimiser: AdamW, betas 0.9 and 0.95, weight decay 0.05 on matrices. */
  public static Optimiser publishedOptimiser() {
    return new Optimiser.AdamW(0.9, 0.95, 1e-8, 0.05, false);
  }
}
