package org.facewright.training;

import org.facewright.network.Precision;
import org.facewright.training.data.Augmentation;
import org.facewright.training.head.Head;
import org.facewright.training.head.Heads;
import org.facewright.training.run.LearningRate;
import org.facewright.training.run.TrainingSettings;

/**
 * The main settings of a run as a person chooses them; all others stay as in a preset.
 *
 * @param rate the learning rate after warm-up
 * @param mirror whether pictures are mirrored at random; likewise the changes that follow
 * @param erase blots out a rectangle
 * @param colour jitters colours, some to grey
 * @param shape shifts, turns and shears
 * @param blur blurs and coarsens
 * @param heldOut share of the identities that are verified on, 0 to 0.5
 */
record RunDraft(
    String architecture,
    String head,
    int epochs,
    int batch,
    double rate,
    Precision precision,
    boolean mirror,
    boolean erase,
    boolean colour,
    boolean shape,
    boolean blur,
    RunOrder order,
    double heldOut) {
  private static final double HALF = 0.5;
  private static final double OFTEN = 0.8;
  private static final double SELDOM = 0.2;

  /** What a preset says. */
  static RunDraft of(TrainingSettings settings) {
    Augmentation changes = settings.augmentation();
    return new RunDraft(
        settings.architecture(),
        settings.head().name(),
        settings.epochs(),
        settings.batch(),
        settings.learningRate().base(),
        settings.precision(),
        changes.flip() > 0,
        changes.erase() > 0,
        changes.colour() > 0,
        changes.affine() > 0,
        changes.blur() > 0,
        RunOrder.of(settings.curriculum()),
        settings.heldOut());
  }

  /**
   * The settings of the run.
   *
   * @param preset says everything that is not asked here
   * @throws IllegalArgumentException saying which setting is wrong
   */
  TrainingSettings over(TrainingSettings preset) {
    return new TrainingSettings(
        architecture,
        preset.embedding(),
        head(preset),
        preset.optimiser(),
        new LearningRate(
            rate, preset.learningRate().warmUpEpochs(), preset.learningRate().course()),
        epochs,
        batch,
        precision,
        preset.device(),
        preset.devices(),
        preset.threads(),
        preset.seed(),
        changes(preset.augmentation()),
        order.over(epochs),
        preset.sampledClasses(),
        preset.clipNorm(),
        preset.saveEverySteps(),
        preset.keepEpochs(),
        heldOut,
        preset.heldOutPairs());
  }

  /** A preset may have tuned its own head. */
  private Head head(TrainingSettings preset) {
    return preset.head().name().equals(head) ? preset.head() : Heads.named(head);
  }

  /** The chances of the preset where it has any, else those of the published chain. */
  private Augmentation changes(Augmentation preset) {
    return new Augmentation(
        chance(mirror, preset.flip(), HALF),
        chance(erase, preset.erase(), HALF),
        chance(colour, preset.colour(), OFTEN),
        chance(colour, preset.grey(), SELDOM),
        chance(shape, preset.affine(), HALF),
        chance(shape, preset.turn(), HALF),
        chance(blur, preset.blur(), 1),
        chance(blur, preset.half(), 1));
  }

  private static double chance(boolean wanted, double preset, double published) {
    if (!wanted) {
      return 0;
    }
    return preset > 0 ? preset : published;
  }
}
