package org.facewright.training.run;

import java.util.List;
import org.facewright.inference.Device;
import org.facewright.network.Network;
import org.facewright.network.Precision;
import org.facewright.network.architecture.Recognisers;
import org.facewright.network.optimiser.Optimiser;
import org.facewright.training.TrainingPlan;
import org.facewright.training.data.Augmentation;
import org.facewright.training.head.Head;

/**
 * Everything that decides a run, except its pictures. docs/training.md says what each does.
 *
 * @param architecture mobilefacenet, iresnet18 to iresnet200, or with -se
 * @param embedding numbers a picture; 512 where published weights shall fit
 * @param batch pictures a step
 * @param device where it is trained; a card changes the last digits, too
 * @param devices how many cards share a batch, 1 to 16; another number changes the results, since
 *     batch norms see their own share
 * @param threads of the processor; another number changes the last digits of a run
 * @param seed of every random choice
 * @param sampledClasses class centres that take part in a step, 0 for all
 * @param clipNorm longest gradient, 0 for any
 * @param saveEverySteps between two checkpoints in mid-epoch, 0 for the ends of epochs only
 * @param keepEpochs checkpoints of past epochs that stay
 * @param heldOut share of the identities that are verified on instead of trained on, 0 to 0.5
 * @param heldOutPairs pairs of each kind that are verified after each epoch
 */
public record TrainingSettings(
    String architecture,
    int embedding,
    Head head,
    Optimiser optimiser,
    LearningRate learningRate,
    int epochs,
    int batch,
    Precision precision,
    Device device,
    int devices,
    int threads,
    long seed,
    Augmentation augmentation,
    Curriculum curriculum,
    int sampledClasses,
    double clipNorm,
    int saveEverySteps,
    int keepEpochs,
    double heldOut,
    int heldOutPairs) {
  /** Side of the pictures that every architecture here takes. */
  public static final int SIDE = 112;

  private static final int MOST_THREADS = 256;
  private static final int MOST_DEVICES = 16;
  private static final int FEWEST_PAIRS = 10;

  public TrainingSettings {
    check(
        Recognisers.names().contains(architecture),
        "there is no architecture '"
            + architecture
            + "'; choose one of "
            + String.join(", ", Recognisers.names()));
    check(embedding >= 8 && embedding <= 4096, "an embedding has 8 to 4096 numbers");
    check(epochs >= 1, "a run has at least 1 epoch");
    check(batch >= 2, "a step needs at least 2 pictures");
    check(
        devices >= 1 && devices <= MOST_DEVICES,
        "a run uses 1 to " + MOST_DEVICES + " devices, not " + devices);
    check(threads >= 1 && threads <= MOST_THREADS, "1 to " + MOST_THREADS + " threads");
    check(sampledClasses >= 0, "the number of sampled classes must not be negative");
    check(clipNorm >= 0, "the longest gradient must not be negative");
    check(saveEverySteps >= 0 && keepEpochs >= 1, "at least the last epoch's checkpoint is kept");
    check(heldOut >= 0 && heldOut <= 0.5, "at most half of the identities can be held out");
    check(heldOutPairs >= FEWEST_PAIRS, "verification needs at least " + FEWEST_PAIRS + " pairs");
  }

  private static void check(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException("The settings say otherwise, but " + sentence + ".");
    }
  }

  /** The published recipe (docs/training.md), on one machine. */
  public static TrainingSettings paper() {
    return new TrainingSettings(
        "iresnet50-se",
        512,
        new Head.ArcFace(),
        Optimiser.Sgd.published(),
        new LearningRate(0.1, 0, new LearningRate.Step(List.of(12, 20, 24), 0.1)),
        26,
        128,
        Precision.BF16,
        Device.AUTO,
        1,
        Runtime.getRuntime().availableProcessors(),
        1,
        Augmentation.published(),
        Curriculum.paper(),
        0,
        5,
        500,
        2,
        0.02,
        3000);
  }

  /** A small network that learns in an evening without a graphics card; the default. */
  public static TrainingSettings laptop() {
    return new TrainingSettings(
        "mobilefacenet",
        512,
        new Head.ArcFace(32, 0.3),
        Optimiser.Sgd.published(),
        new LearningRate(0.1, 1, new LearningRate.Cosine(0)),
        20,
        64,
        Precision.FP32,
        Device.AUTO,
        1,
        Runtime.getRuntime().availableProcessors(),
        1,
        new Augmentation(0.5, 0.2),
        Curriculum.shuffled(),
        0,
        5,
        200,
        2,
        0.05,
        3000);
  }

  /** Preset names, in the order in which to show them. */
  public static List<String> presets() {
    return List.of("laptop", "paper");
  }

  /**
   * The settings of a preset.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  public static TrainingSettings preset(String name) {
    return switch (name) {
      case "paper" -> paper();
      case "laptop" -> laptop();
      default ->
          throw new IllegalArgumentException(
              "There is no preset '"
                  + name
                  + "'; choose one of "
                  + String.join(", ", presets())
                  + ".");
    };
  }

  /** The same with another order of the pictures. */
  public TrainingSettings with(Curriculum changed) {
    return new TrainingSettings(
        architecture,
        embedding,
        head,
        optimiser,
        learningRate,
        epochs,
        batch,
        precision,
        device,
        devices,
        threads,
        seed,
        augmentation,
        changed,
        sampledClasses,
        clipNorm,
        saveEverySteps,
        keepEpochs,
        heldOut,
        heldOutPairs);
  }

  Network network() {
    return Recognisers.named(architecture, embedding);
  }

  /** What is trained when there are so many identities. */
  TrainingPlan plan(int classes) {
    int sampled = sampledClasses == 0 ? classes : Math.min(sampledClasses, classes);
    return new TrainingPlan(network(), head, optimiser, precision, classes, sampled, clipNorm);
  }
}
