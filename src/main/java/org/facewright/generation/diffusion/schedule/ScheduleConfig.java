package org.facewright.generation.diffusion.schedule;

import java.util.Locale;
import org.facewright.generation.diffusion.part.ConfigFile;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.DiffusionException.Problem;

/**
 * What scheduler_config.json says about the noise a model was trained with.
 *
 * @param trainSteps number of noise levels in training, 1000 for SDXL
 * @param betaStart variance added at the first level
 * @param betaEnd variance added at the last level
 * @param scaledLinear whether the square roots of the variances are evenly spaced, or they
 *     themselves
 * @param prediction what the UNet predicts
 * @param spacing which levels a run visits, unless its scheduler says so itself
 * @param stepsOffset added to the levels of {@link TimestepSpacing#LEADING}
 */
public record ScheduleConfig(
    int trainSteps,
    double betaStart,
    double betaEnd,
    boolean scaledLinear,
    Prediction prediction,
    TimestepSpacing spacing,
    int stepsOffset) {

  /** SDXL base. */
  public static ScheduleConfig sdxl() {
    return new ScheduleConfig(
        1000, 0.00085, 0.012, true, Prediction.EPSILON, TimestepSpacing.LEADING, 1);
  }

  /** Reads a model's own; what it leaves out is as in SDXL base. */
  public static ScheduleConfig of(ConfigFile file) throws DiffusionException {
    ScheduleConfig sdxl = sdxl();
    refuse(file, file.has("trained_betas"), "trained_betas");
    refuse(file, file.flag("rescale_betas_zero_snr", false), "rescale_betas_zero_snr");
    int steps = (int) file.number("num_train_timesteps", sdxl.trainSteps);
    if (steps < 2 || steps > 100_000) {
      throw file.wrong("num_train_timesteps", "a number between 2 and 100000");
    }
    return new ScheduleConfig(
        steps,
        file.number("beta_start", sdxl.betaStart),
        file.number("beta_end", sdxl.betaEnd),
        scaledLinear(file),
        choice(file, "prediction_type", Prediction.class, sdxl.prediction),
        choice(file, "timestep_spacing", TimestepSpacing.class, sdxl.spacing),
        (int) file.number("steps_offset", sdxl.stepsOffset));
  }

  private static void refuse(ConfigFile file, boolean used, String key) throws DiffusionException {
    if (used) {
      throw new DiffusionException(
          Problem.UNREADABLE_FILE,
          file.file(),
          "%s asks for %s, which is not supported: use a model with the usual SDXL schedule."
              .formatted(file.file(), key));
    }
  }

  private static boolean scaledLinear(ConfigFile file) throws DiffusionException {
    return switch (file.text("beta_schedule", "scaled_linear")) {
      case "scaled_linear" -> true;
      case "linear" -> false;
      default -> throw file.wrong("beta_schedule", "scaled_linear or linear");
    };
  }

  private static <E extends Enum<E>> E choice(
      ConfigFile file, String key, Class<E> choices, E otherwise) throws DiffusionException {
    String text = file.text(key, otherwise.name().toLowerCase(Locale.ROOT));
    for (E each : choices.getEnumConstants()) {
      if (each.name().equalsIgnoreCase(text)) {
        return each;
      }
    }
    throw file.wrong(key, "one of " + java.util.List.of(choices.getEnumConstants()));
  }

  ScheduleConfig withSpacing(TimestepSpacing changed) {
    return new ScheduleConfig(
        trainSteps, betaStart, betaEnd, scaledLinear, prediction, changed, stepsOffset);
  }
}
