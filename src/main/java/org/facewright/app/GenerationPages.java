package org.facewright.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.facewright.generation.GeneratePanel;
import org.facewright.generation.imagine.GenerationPictures;
import org.facewright.generation.imagine.ImagineModel;
import org.facewright.generation.imagine.ImaginePanel;
import org.facewright.generation.render.RenderModel;
import org.facewright.generation.render.RenderPanel;
import org.facewright.generation.vec2face.engine.GeneratorClient;
import org.facewright.generation.vec2face.preview.PreviewModel;
import org.facewright.generation.vec2face.preview.Vec2FacePanel;
import org.facewright.inference.InferenceSettings;
import org.facewright.jobs.Workers;
import org.facewright.project.DecisionKind;
import org.facewright.ui.action.Action;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.Thumbnails;

/** The page Generate with its three ways to make people. FX thread. */
final class GenerationPages implements AutoCloseable {
  private static final Texts TEXTS = Texts.of(GenerationPages.class);

  private final Surroundings around;
  private final Workers facing = new Workers("vec2face", 1);
  private final Workers searching = new Workers("search", 1);
  private final PreviewModel vec2face;
  private final GeneratePanel generate;
  private final List<Action> actions = new ArrayList<>();

  /**
   * @param inference how networks run
   * @param drawing starts what draws faces from vectors
   */
  GenerationPages(
      Surroundings around, Supplier<InferenceSettings> inference, GeneratorClient.Engines drawing) {
    this.around = around;
    Vec2FaceDesk generators =
        new Vec2FaceDesk(around.installation(), remembered("vec2face.txt"), drawing);
    vec2face =
        new PreviewModel(
            around.project(),
            around.session().jobs(),
            generators,
            facing,
            searching,
            around.queries(),
            around.problem());
    RenderPanel render = render();
    ImaginePanel imagine = imagine(inference, generators);
    Vec2FacePanel faces = new Vec2FacePanel(vec2face, around.actions());
    generate =
        new GeneratePanel(
            List.of(
                new GeneratePanel.Source(TEXTS.get("generate.rendered.tab"), render),
                new GeneratePanel.Source(TEXTS.get("generate.diffusion.tab"), imagine),
                new GeneratePanel.Source("Vec2Face", faces)));
    actions.addAll(render.actions());
    actions.addAll(imagine.actions());
    actions.addAll(faces.actions());
    actions.add(tab("rendered", TEXTS.get("generate.rendered.name"), render.id()));
    actions.add(tab("diffusion", TEXTS.get("generate.diffusion.name"), imagine.id()));
    actions.add(tab("vec2face", TEXTS.get("generate.vec2face.name"), faces.id()));
  }

  Panel page() {
    return generate;
  }

  List<Action> actions() {
    return actions;
  }

  private RememberedFolder remembered(String file) {
    return new RememberedFolder(around.installation().data().resolve(file), around.problem());
  }

  private RenderPanel render() {
    Installation installation = around.installation();
    KitFile kits =
        new KitFile(
            installation.data().resolve("facekit.txt"), installation.faceKit(), around.problem());
    return new RenderPanel(
        new RenderModel(around.session().jobs(), kits, around.previews(), around.problem()),
        around.actions(),
        around.project().folder().toAbsolutePath().resolve("exports"));
  }

  private ImaginePanel imagine(Supplier<InferenceSettings> inference, Vec2FaceDesk generators) {
    DrawingDesk desk =
        new DrawingDesk(
            around.installation(),
            inference,
            remembered("sdxl.txt"),
            generators,
            (sentence, rulings) ->
                around.decisions().decide(DecisionKind.JUDGE, sentence, rulings));
    GenerationPictures drawn = new GenerationPictures(around.project());
    return new ImaginePanel(
        new ImagineModel(
            around.project(),
            around.session().jobs(),
            around.session().drawing(),
            desk,
            around.queries(),
            around.problem()),
        around.actions(),
        new Thumbnails<>(
            drawn::thumbnail, around.decoders(), Surroundings.DECODERS, Surroundings.PICTURES),
        around.decisions().revision(),
        around.undo());
  }

  private Action tab(String id, String name, String source) {
    return Action.of(
        "generate." + id,
        TEXTS.get("group.generate"),
        name,
        TEXTS.get("generate.tab"),
        () -> {
          generate.show(source);
          around.shell().panels().show(generate);
        });
  }

  /** Ends the live preview. */
  void stop() {
    vec2face.close();
  }

  @Override
  public void close() {
    facing.close();
    searching.close();
  }
}
