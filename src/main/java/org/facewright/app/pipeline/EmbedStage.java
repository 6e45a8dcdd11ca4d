package org.facewright.app.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import org.facewright.faces.AlignmentMode;
import org.facewright.gallery.EmbedJob;
import org.facewright.gallery.EmbedSettings;
import org.facewright.jobs.JobRecord;
import org.facewright.project.EmbeddingFile;

/** Computes an embedding of every picture that has none yet. */
final class EmbedStage implements Stage {
  private static final int CROP = 112;

  @Override
  public String name() {
    return "embed";
  }

  @Override
  public String title() {
    return "Embed";
  }

  @Override
  public Map<String, Object> run(PipelineConfig config, Workshop workshop)
      throws PipelineException {
    JobRecord job = embed(config, workshop);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("model", config.model());
    figures.put("embedded", job.done());
    figures.put("failed", job.failed());
    return figures;
  }

  /** Where every picture is an aligned crop, no detector is needed. */
  static JobRecord embed(PipelineConfig config, Workshop workshop) throws PipelineException {
    AlignmentMode alignment =
        workshop.project().images().allAre(CROP, CROP) ? AlignmentMode.ALIGNED : AlignmentMode.AUTO;
    EmbedSettings settings =
        new EmbedSettings(
            config.model(),
            workshop.modelHash(config.model()),
            alignment,
            false,
            EmbeddingFile.Type.FLOAT32);
    return workshop.run(EmbedJob.NAME, "Embedding with " + config.model(), settings.toJson());
  }
}
