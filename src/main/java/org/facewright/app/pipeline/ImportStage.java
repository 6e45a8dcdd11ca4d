package org.facewright.app.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.facewright.exchange.ImportJob;
import org.facewright.exchange.ImportSettings;
import org.facewright.project.ImportBatch;

/** Brings the noisy set into the project. */
final class ImportStage implements Stage {
  @Override
  public String name() {
    return "import";
  }

  @Override
  public String title() {
    return "Import";
  }

  @Override
  public Map<String, Object> run(PipelineConfig config, Workshop workshop)
      throws PipelineException {
    Path source = Path.of(config.source()).toAbsolutePath().normalize();
    if (!Files.exists(source)) {
      throw new PipelineException(source + " does not exist.");
    }
    String format = config.format();
    if (format.isEmpty()) {
      format =
          workshop
              .format(source)
              .orElseThrow(
                  () ->
                      new PipelineException(
                          source
                              + " is of no format that Facewright knows; name it as \"format\"."));
    }
    ImportSettings settings =
        new ImportSettings(format, source.toString(), null, null, "imported", false);
    workshop.run(ImportJob.NAME, "Importing " + source.getFileName(), settings.toJson());
    ImportBatch.Result totals =
        workshop.project().sources().totals(ImportJob.source(workshop.project(), settings).id());
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("images", totals.added());
    figures.put("identities", workshop.project().identities().count());
    figures.put("duplicates", totals.duplicates());
    figures.put("unreadable", totals.unreadable());
    return figures;
  }
}
