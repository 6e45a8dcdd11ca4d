package org.facewright.app.pipeline;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.exchange.ImportJob;
import org.facewright.exchange.ImportSettings;
import org.facewright.generation.render.RenderJob;
import org.facewright.generation.render.RenderOrder;
import org.facewright.project.Identity;
import org.facewright.project.Origin;

/** Makes people who do not exist and books them as identities of the project. */
final class GrowStage implements Stage {
  private static final int SIDE = 112;

  @Override
  public String name() {
    return "grow";
  }

  @Override
  public String title() {
    return "Grow";
  }

  @Override
  public Map<String, Object> run(PipelineConfig config, Workshop workshop)
      throws PipelineException {
    PipelineConfig.Grow grow = config.grow();
    render(grow, workshop);
    EmbedStage.embed(config, workshop);
    List<Identity> made =
        workshop.project().identities().all().stream()
            .filter(identity -> identity.origin().synthetic())
            .toList();
    long images =
        made.stream()
            .mapToLong(identity -> workshop.project().images().of(identity.id()).size())
            .sum();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("by", grow.by());
    figures.put("identities", made.size());
    figures.put("images", images);
    figures.put("seed", grow.seed());
    return figures;
  }

  private static void render(PipelineConfig.Grow grow, Workshop workshop) throws PipelineException {
    Path folder = workshop.project().folder().resolve("runs").resolve("rendered");
    RenderOrder order =
        new RenderOrder(
            kit(grow, workshop).toString(),
            folder.toAbsolutePath().toString(),
            grow.identities(),
            grow.variants(),
            grow.seed(),
            SIDE,
            true,
            false);
    workshop.run(
        RenderJob.NAME, "Rendering %,d people".formatted(grow.identities()), order.toJson());
    ImportSettings taken =
        ImportSettings.made(folder.toAbsolutePath().toString(), Origin.RENDERED);
    workshop.run(ImportJob.NAME, "Taking in the new people", taken.toJson());
  }

  private static Path kit(PipelineConfig.Grow grow, Workshop workshop) throws PipelineException {
    if (!grow.kit().isEmpty()) {
      return Path.of(grow.kit());
    }
    return workshop
        .faceKit()
        .map(Path::toAbsolutePath)
        .orElseThrow(
            () -> new PipelineException("No face model is here; name one as \"grow\": {\"kit\"}."));
  }
}
