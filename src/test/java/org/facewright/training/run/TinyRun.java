package org.facewright.training.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.training.TrainingControl;
import org.facewright.training.TrainingException;
import org.facewright.vector.FloatMatrix;

/** A run of the real network on a handful of pictures: 2 epochs of 4 steps. */
final class TinyRun implements RunListener {
  static final int IDENTITIES = 6;
  static final int PICTURES = 4;
  static final int STEPS = 8;

  final TrainingControl control = new TrainingControl();
  final List<StepLine> steps = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  String settings = "";
  Runnable afterStep = () -> {};
  private final Path run;
  private final Path faces;

  TinyRun(Path run, Path faces) {
    this.run = run;
    this.faces = faces;
  }

  static TrainingSettings settings(String differing) {
    TrainingSettings tiny =
        SettingsJson.read(
            """
            {"architecture": "compact", "embedding": 16, "epochs": 2, "batch": 4, "threads": 1, "heldOut": 0.34,
             "heldOutPairs": 10, "saveEverySteps": 3,
             "head": {"kind": "arcface", "scale": 16, "margin": 0.1}}""",
            TrainingSettings.laptop());
    return differing.isEmpty() ? tiny : SettingsJson.read(differing, tiny);
  }

  RunFolder folder() {
    return new RunFolder(run);
  }

  RunReader reader() {
    return new RunReader(folder());
  }

  RunResult train(TorchEngine engine) throws TrainingException {
    return new TrainingRun(
            folder(),
            settings(settings),
            SetOrigin.folder(faces),
            TinyRun::judge,
            List.of(),
            control,
            this)
        .train(engine);
  }

  /** The share of pairs on the right side of cosine one half. */
  private static PairFigures judge(FloatMatrix features, boolean[] same) {
    int right = 0;
    for (int pair = 0; pair < same.length; pair++) {
      double dot = 0;
      double one = 0;
      double other = 0;
      for (int i = 0; i < features.columns(); i++) {
        double a = features.values()[2 * pair * features.columns() + i];
        double b = features.values()[(2 * pair + 1) * features.columns() + i];
        dot += a * b;
        one += a * a;
        other += b * b;
      }
      right += dot / Math.sqrt(one * other) > 0.5 == same[pair] ? 1 : 0;
    }
    double share = right / (double) same.length;
    return new PairFigures(same.length, share, 0, share, 1 - share, Map.of());
  }

  List<Float> losses() {
    return steps.stream().map(StepLine::loss).toList();
  }

  @Override
  public void stepped(StepLine step, RunStatus status) {
    steps.add(step);
    afterStep.run();
  }

  @Override
  public void note(String sentence) {
    notes.add(sentence);
  }
}
