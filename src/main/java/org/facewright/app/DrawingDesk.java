package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.facewright.generation.imagine.ImagineDesk;
import org.facewright.generation.imagine.MachineSpeed;
import org.facewright.generation.vec2face.GeneratorHome;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.generation.vec2face.preview.PreviewDesk;
import org.facewright.inference.Device;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.OnnxRuntime;
import org.facewright.inference.models.Models;
import org.facewright.project.Ruling;
import org.facewright.ui.text.Texts;

/** What the page that draws needs of the program around it. */
final class DrawingDesk implements ImagineDesk {
  private static final Texts TEXTS = Texts.of(DrawingDesk.class);
  private static final String RECOGNISER = "faceplugin";
  private static final String POSE = "faceplugin-pose";

  private final Installation installation;
  private final Supplier<InferenceSettings> inference;
  private final RememberedFolder folder;
  private final PreviewDesk generators;
  private final BiConsumer<String, List<Ruling>> decide;
  private volatile double flops;

  /**
   * @param inference how networks run
   * @param generators what the page that moves vectors draws with
   * @param decide takes a decision, with its sentence
   */
  DrawingDesk(
      Installation installation,
      Supplier<InferenceSettings> inference,
      RememberedFolder folder,
      PreviewDesk generators,
      BiConsumer<String, List<Ruling>> decide) {
    this.installation = installation;
    this.inference = inference;
    this.folder = folder;
    this.generators = generators;
    this.decide = decide;
  }

  @Override
  public Optional<Path> remembered() {
    return folder.get();
  }

  @Override
  public void remember(Path chosen) {
    folder.put(chosen);
  }

  @Override
  public List<Installed> installed() {
    return SdxlFolders.of(installation).installed();
  }

  @Override
  public Recogniser recogniser() throws Exception {
    Models models = installation.models(Installation.runtime());
    return new Recogniser(
        RECOGNISER, models.hash(RECOGNISER), models.catalogue().model(RECOGNISER).output().dim());
  }

  @Override
  public String noPose() {
    return ready(POSE) ? "" : TEXTS.get("drawing.no-pose");
  }

  private boolean ready(String model) {
    return installation.models(Installation.runtime()).list().stream()
        .anyMatch(listed -> listed.model().name().equals(model) && listed.ready());
  }

  @Override
  public Expander expander() {
    Optional<Path> chosen =
        generators.remembered().or(() -> generators.found().stream().findFirst());
    return chosen
        .map(path -> new Expander(chosen, name(path), whyNot(path)))
        .orElseGet(() -> new Expander(chosen, "", TEXTS.get("drawing.no-generator")));
  }

  private String name(Path generator) {
    return installation.generator().filter(own -> own.equals(generator)).isPresent()
        ? TEXTS.get("drawing.own-generator")
        : String.valueOf(generator.getFileName());
  }

  private String whyNot(Path generator) {
    try {
      String recogniser = GeneratorHome.at(generator, null).conditioning();
      if (recogniser.isEmpty()) {
        return TEXTS.get("drawing.unsaid", generator);
      }
      return ready(recogniser) ? "" : TEXTS.get("drawing.not-installed", recogniser);
    } catch (Vec2FaceException | IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Override
  public double flops() throws Exception {
    double known = flops;
    if (known == 0) {
      known = MachineSpeed.measure(Installation.runtime(), inference.get());
      flops = known;
    }
    return known;
  }

  @Override
  public String device() {
    OnnxRuntime runtime = Installation.runtime();
    boolean card = inference.get().device() != Device.CPU && runtime.whyNoCuda() == null;
    return card ? TEXTS.get("drawing.card") : TEXTS.get("drawing.cpu");
  }

  @Override
  public void decide(String sentence, List<Ruling> rulings) {
    decide.accept(sentence, rulings);
  }
}
