package org.facewright.training.job;

import java.util.List;
import java.util.Map;
import org.facewright.training.run.RunJson;
import org.facewright.training.run.TrainingSettings;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a project is asked to train.
 *
 * @param name of the run: letters, digits, dots, dashes, underscores; its folder is runs/NAME
 * @param difficulty how hard pictures are, for the curriculum: none, spread or margin
 * @param model whose embeddings the difficulty is measured on; null when there is none
 * @param sets verification sets, absolute paths
 * @param release the frozen release to train on, {@code NAME-vN}; null trains on the project
 * @param pictures which of the project's, where there is no release
 */
public record TrainJobSettings(
    String name,
    TrainingSettings training,
    String difficulty,
    @Nullable String model,
    List<String> sets,
    @Nullable String release,
    TrainPictures pictures) {
  /** Ways of measuring difficulty. */
  public static final List<String> DIFFICULTIES = List.of("none", "spread", "margin");

  public TrainJobSettings {
    sets = List.copyOf(sets);
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      throw new IllegalArgumentException(
          "A run's name has letters, digits, dots, dashes and underscores, unlike '" + name + "'.");
    }
    if (!DIFFICULTIES.contains(difficulty)) {
      throw new IllegalArgumentException(
          "Difficulty is one of " + String.join(", ", DIFFICULTIES) + ", not " + difficulty + ".");
    }
    if (!difficulty.equals("none") && model == null) {
      throw new IllegalArgumentException(
          "Measuring difficulty needs embeddings: embed the project first.");
    }
  }

  /** To train on what the project keeps now. */
  public TrainJobSettings(
      String name,
      TrainingSettings training,
      String difficulty,
      @Nullable String model,
      List<String> sets) {
    this(name, training, difficulty, model, sets, null, TrainPictures.KEPT);
  }

  /** To train on a frozen release, {@code NAME-vN}. */
  public static TrainJobSettings on(
      String release, String name, TrainingSettings training, List<String> sets) {
    return new TrainJobSettings(name, training, "none", null, sets, release, TrainPictures.KEPT);
  }

  /** To train on some of the project's pictures, in no particular order. */
  public static TrainJobSettings on(
      TrainPictures pictures, String name, TrainingSettings training, List<String> sets) {
    return new TrainJobSettings(name, training, "none", null, sets, null, pictures);
  }

  public String toJson() {
    return RunJson.write(this);
  }

  static TrainJobSettings fromJson(String json) throws JacksonException {
    return RunJson.readOlder(
        json,
        TrainJobSettings.class,
        Map.of("pictures", TrainPictures.KEPT.name(), "training.devices", 1),
        "release");
  }
}
