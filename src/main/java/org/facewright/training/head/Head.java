package org.facewright.training.head;

/**
 * A classification loss over class centres. Defaults are those of the published training code.
 * Cosines of exactly 1 or -1 give finite gradients in all of them.
 */
public sealed interface Head {
  /** What people call it: {@code arcface}, {@code cosface} and so on. */
  String name();

  /** cos(theta + margin) for the own class (Deng et al. 2019). */
  record ArcFace(double scale, double margin) implements Head {
    public ArcFace() {
      this(64, 0.5);
    }

    @Override
    public String name() {
      return "arcface";
    }
  }

  /** cos(theta) - margin for the own class (Wang et al. 2018). */
  record CosFace(double scale, double margin) implements Head {
    public CosFace() {
      this(64, 0.4);
    }

    @Override
    public String name() {
      return "cosface";
    }
  }

  /** cos(margin * theta) for the own class (Liu et al. 2017, in its later form with scale). */
  record SphereFace(double scale, double margin) implements Head {
    public SphereFace() {
      this(64, 1.7);
    }

    @Override
    public String name() {
      return "sphereface";
    }
  }

  /** cos(times * theta + plus) - minus for the own class (Deng et al. 2019, equation 4). */
  record CombinedMargin(double scale, double times, double plus, double minus) implements Head {
    public CombinedMargin() {
      this(64, 1, 0, 0.4);
    }

    @Override
    public String name() {
      return "combined";
    }
  }

  /** ArcFace that weighs hard negatives more as training goes on (Huang et al. 2020). */
  record CurricularFace(double scale, double margin) implements Head {
    public CurricularFace() {
      this(64, 0.5);
    }

    @Override
    public String name() {
      return "curricularface";
    }
  }

  /**
   * A margin that grows with the feature's length, which so learns to tell quality (Meng et al.
   * 2021).
   *
   * @param lambda weight of the term that pulls lengths up
   */
  record MagFace(
      double scale,
      double shortest,
      double longest,
      double lowMargin,
      double highMargin,
      double lambda)
      implements Head {
    public MagFace() {
      this(64, 10, 110, 0.45, 0.8, 35);
    }

    @Override
    public String name() {
      return "magface";
    }
  }

  /**
   * A margin that shifts with the feature's length within its batch (Kim et al. 2022), in the form
   * of the Vec2Face training code: the angle is multiplied by 1 - margin * z.
   *
   * @param concentration the paper's h
   * @param momentum how fast the lengths' mean and deviation follow the batch; 1 is at once
   */
  record AdaFace(double scale, double margin, double concentration, double momentum)
      implements Head {
    public AdaFace() {
      this(64, 0.4, 0.333, 1);
    }

    @Override
    public String name() {
      return "adaface";
    }
  }

  /**
   * One threshold for all pairs of feature and class instead of a softmax (Zhou et al. 2023).
   *
   * @param threshold where the learnt threshold starts
   */
  record UniFace(double scale, double margin, double threshold) implements Head {
    public UniFace() {
      this(64, 0.4, 15);
    }

    @Override
    public String name() {
      return "uniface";
    }
  }
}
