package org.facewright.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.generation.diffusion.LightModel;
import org.facewright.generation.diffusion.Preset;
import org.facewright.generation.imagine.ImagineJob;
import org.facewright.generation.imagine.ImagineOrder;
import org.facewright.generation.imagine.PictureSource;
import org.facewright.generation.imagine.ReferenceGates;
import org.facewright.generation.prompt.CoveragePlan;
import org.facewright.generation.prompt.Description;
import org.facewright.generation.prompt.PromptPreset;
import org.facewright.generation.render.FaceKit;
import org.facewright.generation.render.FaceRenderer;
import org.facewright.generation.render.Identity;
import org.facewright.generation.render.IdentitySampler;
import org.facewright.generation.render.ShotSampler;
import org.facewright.image.PngEncoder;
import org.facewright.inference.InferenceSettings;
import tools.jackson.databind.json.JsonMapper;

/**
 * References in a project to be pictured: rendered people stand in for drawn ones, since no weights
 * of Stable Diffusion are at hand; each looked at and taken in as a drawn one is.
 */
final class PicturedReferences {
  private static final int PEOPLE = 18;
  private static final int SIDE = 400;

  private final Installation installation;
  private final Path work;

  PicturedReferences(Installation installation, Path work) {
    this.installation = installation;
    this.work = work;
  }

  void make(Path project) throws Exception {
    LightModel.write(work);
    Path folder = Files.createDirectories(work.resolve("references"));
    List<Description> plan = new CoveragePlan(PromptPreset.STANDARD.space()).plan(PEOPLE, 1);
    FaceRenderer renderer = new FaceRenderer(FaceKit.open(RenderedFaces.KIT));
    for (Description each : plan) {
      write(folder, renderer, each);
    }
    ImagineOrder order =
        new ImagineOrder(
            PictureSource.Kind.PICTURES,
            folder.toString(),
            PromptPreset.STANDARD.space(),
            List.of(),
            PEOPLE,
            1,
            Preset.BASE.settings(),
            "faceplugin",
            installation.modelHash("faceplugin"),
            // Rendered people are more alike to the recogniser than drawn ones should be.
            ReferenceGates.DEFAULT.withSimilarities(.56, .5),
            List.of(),
            1);
    try (Session session =
        Session.open(project, installation.inProcess(InferenceSettings.ofThisMachine()))) {
      EmbeddedProject.run(session, ImagineJob.NAME, order.toJson());
    }
  }

  private static void write(Path folder, FaceRenderer renderer, Description each) throws Exception {
    // The last one is somebody who is there already.
    int person = each.index() == PEOPLE - 1 ? 3 : each.index();
    Identity who = new IdentitySampler(11).sample(person);
    ShotSampler.Sitting sitting = new ShotSampler(11).sample(who, person, each.index());
    byte[] png =
        new PngEncoder().encode(renderer.preview(sitting.identity(), sitting.shot(), SIDE));
    String name = "%03d".formatted(each.index());
    Files.write(folder.resolve(name + ".png"), png);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("prompt", each.prompt());
    facts.put("negative", each.negative());
    facts.put("seed", each.seed());
    facts.put("choices", each.choices());
    facts.put("model", "rendered stand-in");
    Files.writeString(
        folder.resolve(name + ".json"), JsonMapper.builder().build().writeValueAsString(facts));
  }
}
