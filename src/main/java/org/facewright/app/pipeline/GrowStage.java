package org.facewright.app.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.exchange.ImportJob;
import org.facewright.exchange.ImportSettings;
import org.facewright.generation.render.RenderJob;
import org.facewright.generation.render.RenderOrder;
import org.facewright.generation.vec2face.GeneratorHome;
import org.facewright.generation.vec2face.engine.Drawing;
import org.facewright.generation.vec2face.engine.GeneratorUse;
import org.facewright.generation.vec2face.engine.Likeness;
import org.facewright.generation.vec2face.growth.GrowJob;
import org.facewright.generation.vec2face.growth.GrowOrder;
import org.facewright.generation.vec2face.variant.VariantFolder;
import org.facewright.network.Precision;
import org.facewright.project.Identity;
import org.facewright.project.Origin;

/** Makes people who do not exist and books them as identities of the project. */
final class GrowStage implements Stage {
  private static final String RENDERED = "rendered";
  private static final double SIMILARITY = .5;
  private static final int RETRIES = 5;
  private static final double ANY_DUPLICATE = 2;
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
    if (grow.by().equals(RENDERED)) {
      render(grow, workshop);
    } else {
      draw(grow, config.model(), workshop);
    }
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
    ImportSettings taken = ImportSettings.made(folder.toAbsolutePath().toString(), Origin.RENDERED);
    workshop.run(ImportJob.NAME, "Taking in the new people", taken.toJson());
  }

  /**
   * Variants of new vectors in the published mix. The vectors lie as the people do that the
   * generator learnt, if it brings their centres, else as the project's own.
   */
  private static void draw(PipelineConfig.Grow grow, String recogniser, Workshop workshop)
      throws PipelineException {
    String generator = generator(grow, workshop);
    Path centres = GeneratorHome.centres(Path.of(generator));
    GrowOrder order =
        new GrowOrder(
            new GeneratorUse(generator, Precision.FP32, recogniser),
            grow.identities(),
            grow.separation(),
            Files.exists(centres) ? centres.toString() : GrowOrder.PROJECT,
            List.of(),
            List.of(),
            null,
            new Drawing(
                grow.variants(),
                "hsface",
                false,
                SIMILARITY,
                RETRIES,
                ANY_DUPLICATE,
                null,
                grow.seed(),
                Likeness.PICTURE,
                VariantFolder.Format.JPEG));
    String title = "Growing %,d identities x %d".formatted(grow.identities(), grow.variants());
    workshop.run(GrowJob.NAME, title, order.toJson());
  }

  private static String generator(PipelineConfig.Grow grow, Workshop workshop)
      throws PipelineException {
    if (!grow.generator().isEmpty()) {
      return grow.generator();
    }
    return workshop
        .generator()
        .map(Path::toString)
        .orElseThrow(
            () ->
                new PipelineException(
                    "Vec2Face needs a generator: name its folder as \"grow\": {\"generator\"}."));
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
