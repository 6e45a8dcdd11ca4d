package org.facewright.app.pipeline;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.facewright.assembly.FreezeJob;
import org.facewright.assembly.FreezeSettings;
import org.facewright.project.Project;
import org.facewright.project.ReleaseRecord;
import org.facewright.project.release.Composition;
import org.facewright.project.release.DifficultyMeasure;
import org.facewright.project.release.Release;
import org.facewright.project.release.ReleaseFolder;
import org.facewright.project.release.ReleaseRecipe;

/** Puts real and new people together, filled up by augmentation, into a frozen release. */
final class AssembleStage implements Stage {
  private static final String NAME = "pipeline";

  @Override
  public String name() {
    return "assemble";
  }

  @Override
  public String title() {
    return "Augment and assemble";
  }

  @Override
  public Map<String, Object> run(PipelineConfig config, Workshop workshop)
      throws PipelineException {
    PipelineConfig.Assemble told = config.assemble();
    ReleaseRecipe recipe =
        ReleaseRecipe.measured()
            .withImages(told.images(), told.least())
            .withDifficulty(DifficultyMeasure.SPREAD, config.model())
            .withSeed(told.seed());
    workshop.run(
        FreezeJob.NAME,
        FreezeJob.title(NAME),
        new FreezeSettings(NAME, recipe, "pipeline").toJson());
    ReleaseRecord record = current(workshop.project());
    Composition composition = composition(workshop.project(), record);
    Map<String, Object> figures = new LinkedHashMap<>(composition.figures(record.title()));
    figures.remove("stages");
    return figures;
  }

  /** The release that was frozen last. */
  static ReleaseRecord current(Project project) throws PipelineException {
    return project
        .releases()
        .current(NAME)
        .orElseThrow(
            () ->
                new PipelineException(
                    "Nothing is assembled yet: take \"assemble\" out of \"skip\"."));
  }

  static Composition composition(Project project, ReleaseRecord record) throws PipelineException {
    try (Release release =
        Release.open(
            ReleaseFolder.of(project.folder()).of(record.name(), record.version()),
            record.infoHash(),
            project.imageStore())) {
      return release.info().composition();
    } catch (IOException e) {
      throw new PipelineException(String.valueOf(e.getMessage()), e);
    }
  }
}
