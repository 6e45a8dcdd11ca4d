package org.facewright.training.job;

import java.nio.file.Path;
import java.util.List;
import org.facewright.training.run.RunFolder;
import org.facewright.training.run.RunJson;
import org.facewright.training.run.SetOrigin;
import org.facewright.training.run.TrainingSettings;

/**
 * What a process is asked to train.
 *
 * @param run the run's folder, absolute
 * @param sets verification sets, absolute paths
 */
public record TrainRequest(
    String run, TrainingSettings settings, SetOrigin origin, List<String> sets) {
  public TrainRequest {
    sets = List.copyOf(sets);
  }

  public RunFolder folder() {
    return new RunFolder(Path.of(run));
  }

  public String toJson() {
    return RunJson.write(this);
  }

  public static TrainRequest fromJson(String json) {
    return RunJson.read(json, TrainRequest.class);
  }
}
