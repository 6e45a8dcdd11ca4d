package org.facewright.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.facewright.generation.imagine.ImagineDesk;
import org.facewright.generation.imagine.MachineSpeed;
import org.facewright.inference.Device;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.OnnxRuntime;
import org.facewright.project.Ruling;

/** What the page that draws needs of the program around it. */
final class DrawingDesk implements ImagineDesk {
  private static final String RECOGNISER = "faceplugin";

  private final Installation installation;
  private final Supplier<InferenceSettings> inference;
  private final RememberedFolder folder;
  private final BiConsumer<String, List<Ruling>> decide;
  private volatile double flops;

  /**
   * @param inference how networks run
   * @param decide takes a decision, with its sentence
   */
  DrawingDesk(
      Installation installation,
      Supplier<InferenceSettings> inference,
      RememberedFolder folder,
      BiConsumer<String, List<Ruling>> decide) {
    this.installation = installation;
    this.inference = inference;
    this.folder = folder;
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
    return new Recogniser(RECOGNISER, installation.modelHash(RECOGNISER));
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
    return card ? "this card" : "this CPU";
  }

  @Override
  public void decide(String sentence, List<Ruling> rulings) {
    decide.accept(sentence, rulings);
  }
}
