package org.facewright.gallery;

import java.io.IOException;
import org.facewright.jobs.JobException;
import org.facewright.project.Project;
import org.facewright.project.StageRun;

/** Embeddings of two files of a model must not mix: the first run's hash holds for all. */
final class ModelStamp {
  private ModelStamp() {}

  static void check(Project project, EmbedSettings settings) throws JobException, IOException {
    if (project.embeddings(settings.model()).isEmpty()) {
      return;
    }
    for (StageRun run : project.runs().all()) {
      boolean other =
          run.stage().equals(EmbedJob.NAME)
              && settings.model().equals(run.model())
              && run.modelHash() != null
              && !run.modelHash().equals(settings.modelHash());
      if (other) {
        throw new JobException(
            "this project holds embeddings of another file called %s; give the new one a name of"
                    .formatted(settings.model())
                + " its own in the catalogue");
      }
    }
  }
}
