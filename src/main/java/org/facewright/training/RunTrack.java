package org.facewright.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.facewright.training.run.Curriculum;
import org.facewright.training.run.EpochLine;
import org.facewright.training.run.RunReader;
import org.facewright.training.run.StepLine;
import org.facewright.training.run.TrainingSettings;
import org.facewright.ui.text.Texts;

/** Follows the log of a run, reading only what was added since the last look. One thread. */
final class RunTrack {
  private static final Texts TEXTS = Texts.of(RunTrack.class);
  private static final int FIRST = 256;
  private static final double PERCENT = 100;

  private final RunReader reader;
  private final TrainingSettings settings;
  private final List<RunCurves.Stretch> stages = new ArrayList<>();
  private double[] steps = new double[FIRST];
  private double[] loss = new double[FIRST];
  private double[] accuracy = new double[FIRST];
  private double[] rate = new double[FIRST];
  private int stage;
  private int count;
  private int epochs = -1;
  private long position;
  private RunCurves curves;

  RunTrack(RunReader reader, TrainingSettings settings) {
    this.reader = reader;
    this.settings = settings;
    curves = snapshot(List.of());
  }

  /** Everything so far; the same object as before when nothing was added. */
  RunCurves look() throws IOException {
    boolean fresh = readSteps();
    List<EpochLine> verified = reader.epochs();
    if (fresh || verified.size() != epochs) {
      epochs = verified.size();
      curves = snapshot(verified);
    }
    return curves;
  }

  private boolean readSteps() throws IOException {
    try {
      RunReader.Tail<StepLine> tail = reader.stepsFrom(position);
      if (follows(tail.lines())) {
        position = tail.next();
        tail.lines().forEach(this::add);
        return !tail.lines().isEmpty();
      }
    } catch (IOException e) {
      if (position == 0) {
        throw e;
      }
    }
    // A resumed run has written its log anew: what was known of it may not hold.
    count = 0;
    stage = 0;
    stages.clear();
    RunReader.Tail<StepLine> whole = reader.stepsFrom(0);
    position = whole.next();
    whole.lines().forEach(this::add);
    return true;
  }

  private boolean follows(List<StepLine> lines) {
    return count == 0 || lines.isEmpty() || lines.getFirst().step() == (long) steps[count - 1] + 1;
  }

  private void add(StepLine line) {
    if (count == steps.length) {
      steps = Arrays.copyOf(steps, 2 * count);
      loss = Arrays.copyOf(loss, 2 * count);
      accuracy = Arrays.copyOf(accuracy, 2 * count);
      rate = Arrays.copyOf(rate, 2 * count);
    }
    steps[count] = line.step();
    loss[count] = line.loss();
    accuracy[count] = line.accuracy();
    rate[count++] = line.rate();
    if (line.stage() != stage) {
      stage = line.stage();
      stages.add(new RunCurves.Stretch(name(stage), line.step(), line.step()));
    } else {
      RunCurves.Stretch open = stages.removeLast();
      stages.add(new RunCurves.Stretch(open.name(), open.from(), line.step()));
    }
  }

  /** What a stage shows, such as "easiest 50 %". */
  private String name(int number) {
    List<Curriculum.Stage> all = settings.curriculum().stages();
    if (number > all.size()) {
      return TEXTS.get("stage.nth", number);
    }
    Curriculum.Stage told = all.get(number - 1);
    if (told.lastSourceFirst()) {
      return TEXTS.get("stage.generated");
    }
    if (!told.mix().isEmpty()) {
      return TEXTS.get("stage.mix", number, String.join(" + ", told.mix().keySet()));
    }
    if (told.easiest() == 0 && told.hardest() == 1) {
      return all.size() == 1 ? TEXTS.get("stage.shuffled") : TEXTS.get("stage.all");
    }
    return told.easiest() == 0
        ? TEXTS.get("stage.easiest", PERCENT * told.hardest())
        : TEXTS.get("stage.range", PERCENT * told.easiest(), PERCENT * told.hardest());
  }

  private RunCurves snapshot(List<EpochLine> verified) {
    double[] at = new double[verified.size()];
    double[] heldOut = new double[verified.size()];
    for (int i = 0; i < at.length; i++) {
      at[i] = verified.get(i).step();
      heldOut[i] = heldOut(verified.get(i));
    }
    return new RunCurves(
        reader.folder().name(),
        Arrays.copyOf(steps, count),
        Arrays.copyOf(loss, count),
        Arrays.copyOf(accuracy, count),
        Arrays.copyOf(rate, count),
        stages,
        at,
        heldOut);
  }

  /** Of the last epoch; NaN when there is none. */
  static double heldOut(List<EpochLine> lines) {
    return lines.isEmpty() ? Double.NaN : heldOut(lines.getLast());
  }

  private static double heldOut(EpochLine line) {
    return line.verified().stream()
        .filter(set -> set.set().equals(EpochLine.HELD_OUT))
        .mapToDouble(set -> set.figures().accuracy())
        .findFirst()
        .orElse(Double.NaN);
  }
}
