package org.facewright.generation.diffusion.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ways from noise to picture, by the names they have on the command line. */
public enum Scheduler {
  /** On the levels that the model's own configuration names; SDXL base: leading. */
  EULER,
  EULER_KARRAS,
  EULER_TRAILING,
  EULER_LINSPACE,
  EULER_ANCESTRAL,
  EULER_ANCESTRAL_TRAILING,
  DPMPP_2M,
  DPMPP_2M_KARRAS,
  LCM;

  private static final int MOST_STEPS = 1000;

  /** Lower case, with underscores. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Scheduler> of(String text) {
    return Arrays.stream(values()).filter(each -> each.text().equals(text)).findFirst();
  }

  public static List<String> texts() {
    return Arrays.stream(values()).map(Scheduler::text).toList();
  }

  /** The most steps it can take. */
  public int mostSteps() {
    return this == LCM ? ConsistencySampler.mostSteps() : MOST_STEPS / 2;
  }

  /** A fresh run. */
  public Sampler start(ScheduleConfig config, int steps) {
    if (steps < 1 || steps > mostSteps()) {
      throw new IllegalArgumentException(text() + " takes 1 to " + mostSteps() + " steps");
    }
    NoiseSchedule schedule = new NoiseSchedule(config.withSpacing(spacing(config)));
    return switch (this) {
      case EULER, EULER_TRAILING, EULER_LINSPACE -> new EulerSampler(schedule, steps, false);
      case EULER_KARRAS -> new EulerSampler(schedule, steps, true);
      case EULER_ANCESTRAL, EULER_ANCESTRAL_TRAILING -> new AncestralSampler(schedule, steps);
      case DPMPP_2M -> new SolverSampler(schedule, steps, false);
      case DPMPP_2M_KARRAS -> new SolverSampler(schedule, steps, true);
      case LCM -> new ConsistencySampler(schedule, steps);
    };
  }

  private TimestepSpacing spacing(ScheduleConfig config) {
    return switch (this) {
      case EULER_TRAILING, EULER_ANCESTRAL_TRAILING -> TimestepSpacing.TRAILING;
      case EULER_LINSPACE -> TimestepSpacing.LINSPACE;
      default -> config.spacing();
    };
  }
}
