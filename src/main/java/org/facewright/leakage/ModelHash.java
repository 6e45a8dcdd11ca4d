package org.facewright.leakage;

import java.util.List;
import org.facewright.project.Project;
import org.facewright.project.StageRun;
import org.jspecify.annotations.Nullable;

/** Which file of a recogniser made a project's embeddings. Stateless. */
final class ModelHash {
  private ModelHash() {}

  /** SHA-256 of the model's file by the newest run that embedded with it; null if none is known. */
  static @Nullable String of(Project project, String model) {
    List<StageRun> runs = project.runs().all();
    for (StageRun run : runs.reversed()) {
      if (run.stage().equals("embed") && model.equals(run.model()) && run.modelHash() != null) {
        return run.modelHash();
      }
    }
    return null;
  }
}
