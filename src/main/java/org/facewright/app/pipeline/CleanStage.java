package org.facewright.app.pipeline;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.facewright.clustering.CleanJob;
import org.facewright.clustering.CleanSettings;
import org.facewright.project.ImageState;

/** Judges every picture by the first expert: kept, rejected or ambiguous. */
final class CleanStage implements Stage {
  @Override
  public String name() {
    return "clean";
  }

  @Override
  public String title() {
    return "Clean";
  }

  @Override
  public Map<String, Object> run(PipelineConfig config, Workshop workshop)
      throws PipelineException {
    PipelineConfig.Clean clean = config.clean();
    try {
      CleanSettings settings =
          new CleanSettings(
              config.model(),
              clean.policy(),
              clean.similarity(),
              clean.minSamples(),
              clean.askBand());
      workshop.run(CleanJob.NAME, "Cleaning (" + clean.policy() + ")", settings.toJson());
    } catch (IllegalArgumentException e) {
      throw new PipelineException(String.valueOf(e.getMessage()), e);
    }
    return standing(config, workshop);
  }

  /** What became of the pictures so far, against the truth if it is known. */
  static Map<String, Object> standing(PipelineConfig config, Workshop workshop)
      throws PipelineException {
    Map<ImageState, Long> counts = workshop.project().images().counts();
    Map<String, Object> figures = new LinkedHashMap<>();
    for (ImageState state :
        new ImageState[] {ImageState.KEPT, ImageState.REJECTED, ImageState.AMBIGUOUS}) {
      figures.put(state.name().toLowerCase(Locale.ROOT), counts.getOrDefault(state, 0L));
    }
    if (!config.truth().isEmpty()) {
      figures.putAll(workshop.score(Path.of(config.truth())));
    }
    return figures;
  }
}
