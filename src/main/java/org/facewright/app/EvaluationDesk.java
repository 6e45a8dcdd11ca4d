package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.facewright.evaluation.EvaluateJob;
import org.facewright.evaluation.EvaluationModel;
import org.facewright.evaluation.EvaluationOrder;
import org.facewright.faces.AlignmentMode;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.jobs.JobQueue;
import org.facewright.ui.text.Texts;

/** Sets evaluations going in the open project. Any thread. */
final class EvaluationDesk implements EvaluationModel.Desk {
  private static final Texts TEXTS = Texts.of(EvaluationDesk.class);
  private static final long SEED = 1;

  private final Installation installation;
  private final JobQueue jobs;

  EvaluationDesk(Installation installation, JobQueue jobs) {
    this.installation = installation;
    this.jobs = jobs;
  }

  @Override
  public List<String> recognisers() {
    return ReadyRecognisers.names(installation);
  }

  @Override
  public void evaluate(String recogniser, List<Path> sets, String images, boolean flip)
      throws IOException {
    try {
      EvaluationOrder order =
          new EvaluationOrder(
              recogniser,
              installation.modelHash(recogniser),
              sets.stream().map(set -> set.toAbsolutePath().normalize().toString()).toList(),
              images,
              flip,
              images.isEmpty() ? AlignmentMode.ALIGNED : AlignmentMode.AUTO,
              SEED);
      jobs.submit(EvaluateJob.NAME, TEXTS.get("job.evaluating", recogniser), order.toJson());
    } catch (CatalogueException | InstallException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
