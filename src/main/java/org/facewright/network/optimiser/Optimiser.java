package org.facewright.network.optimiser;

/**
 * How gradients move parameters. The arithmetic is PyTorch's, the learning rate comes each step.
 */
public sealed interface Optimiser {
  /** What pulls every decayed parameter towards 0. */
  double weightDecay();

  /** Whether biases and the scales of norms are decayed too, as the published recipe does. */
  boolean decaysVectors();

  /** Stochastic gradient descent: v = momentum v + g, p -= rate v. */
  record Sgd(double momentum, boolean nesterov, double weightDecay, boolean decaysVectors)
      implements Optimiser {
    public Sgd {
      check(momentum >= 0 && momentum < 1, "momentum must be in [0, 1), not " + momentum);
      check(weightDecay >= 0, "weight decay must not be negative: " + weightDecay);
      check(!nesterov || momentum > 0, "Nesterov needs a momentum above 0");
    }

    /** The published recipe: momentum 0.9, weight decay 5e-4 on everything. */
    public static Sgd published() {
      return new Sgd(0.9, false, 5e-4, true);
    }
  }

  /** Adam with decoupled weight decay (Loshchilov and Hutter 2019); decay 0 is plain Adam. */
  record AdamW(double beta1, double beta2, double eps, double weightDecay, boolean decaysVectors)
      implements Optimiser {
    public AdamW {
      check(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1, "betas must be in [0, 1)");
      check(eps > 0, "eps must be above 0");
      check(weightDecay >= 0, "weight decay must not be negative: " + weightDecay);
    }

    /** PyTorch's defaults, with this weight decay on matrices only. */
    public static AdamW withDecay(double weightDecay) {
      return new AdamW(0.9, 0.999, 1e-8, weightDecay, false);
    }
  }

  private static void check(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /**
   * What a script's step is told: the rate, and for Adam its two bias corrections.
   *
   * @param step the first is 1
   */
  default double[] tellStep(double rate, long step) {
    return switch (this) {
      case Sgd _ -> new double[] {rate, 1, 1};
      case AdamW it ->
          new double[] {
            rate,
            1 - Math.pow(it.beta1, (double) step),
            Math.sqrt(1 - Math.pow(it.beta2, (double) step))
          };
    };
  }
}
