package org.facewright.network.optimiser;

import java.util.List;

/**
 * The learning rate of every step.
 *
 * @param base the rate after warm-up
 * @param warmUpSteps steps in which the rate rises linearly from 0
 * @param totalSteps steps of the whole run, at which poly and cosine end
 */
public record Schedule(double base, long warmUpSteps, long totalSteps, Shape shape) {
  /** How the rate moves after warm-up. */
  public sealed interface Shape {}

  /** It stays. */
  public record Flat() implements Shape {}

  /** It is multiplied by a factor at each of these steps. */
  public record Falling(List<Long> at, double factor) implements Shape {
    public Falling {
      at = List.copyOf(at);
    }
  }

  /** (1 - share of the run)^power, InsightFace's. */
  public record Poly(double power) implements Shape {}

  /** Half a cosine wave down to a lowest rate. */
  public record Cosine(double lowest) implements Shape {}

  public Schedule {
    if (!(base > 0) || warmUpSteps < 0 || totalSteps < warmUpSteps) {
      throw new IllegalArgumentException(
          "a learning rate of "
              + base
              + " with "
              + warmUpSteps
              + " of "
              + totalSteps
              + " steps to warm up");
    }
  }

  /** The published recipe: x 0.1 at the start of these epochs, no warm-up. */
  public static Schedule steps(double base, long stepsPerEpoch, int epochs, List<Integer> at) {
    List<Long> falls = at.stream().map(epoch -> epoch * stepsPerEpoch).toList();
    return new Schedule(base, 0, stepsPerEpoch * epochs, new Falling(falls, 0.1));
  }

  /** The rate of a step; the first is 0. */
  public double rate(long step) {
    if (step < warmUpSteps) {
      return base * (step + 1) / warmUpSteps;
    }
    double share =
        Math.min(1, (step - warmUpSteps) / (double) Math.max(1, totalSteps - warmUpSteps));
    return switch (shape) {
      case Flat _ -> base;
      case Falling it ->
          base * Math.pow(it.factor(), (double) it.at().stream().filter(at -> step >= at).count());
      case Poly it -> base * Math.pow(1 - share, it.power());
      case Cosine it -> it.lowest() + (base - it.lowest()) * 0.5 * (1 + Math.cos(Math.PI * share));
    };
  }
}
