package org.facewright.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.facewright.image.PlanarImage;
import org.facewright.image.RgbImage;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.network.Dims;
import org.facewright.network.Network;
import org.facewright.network.NetworkBuilder;
import org.facewright.network.Precision;
import org.facewright.network.Value;
import org.facewright.network.checkpoint.RunPosition;
import org.facewright.network.optimiser.Optimiser;
import org.facewright.network.optimiser.Schedule;
import org.facewright.network.weights.WeightStart;
import org.facewright.network.weights.Weights;
import org.facewright.training.data.Augmentation;
import org.facewright.training.data.BatchLoader;
import org.facewright.training.data.PictureSource;
import org.facewright.training.head.Head;
import org.facewright.training.sampler.CurriculumSampler;
import org.facewright.training.sampler.Pacing;
import org.facewright.training.sampler.SampleTable;
import org.facewright.training.sampler.Stage;

/** A run small enough for tests: 6 classes of coloured noise, 16 x 16 pixels. */
final class SmallRun implements TrainingListener {
  static final int CLASSES = 6;
  static final int PICTURES = 60;
  private static final int SIDE = 16;

  final List<Float> losses = new ArrayList<>();
  final List<Float> accuracies = new ArrayList<>();
  final TrainingControl control = new TrainingControl();
  int stopAtStep = -1;
  PictureSource source = SmallRun::picture;
  double rate = 0.05;

  static Network network() {
    return network(0.2);
  }

  static Network network(double dropout) {
    NetworkBuilder b = new NetworkBuilder("small");
    Value x = b.input(Dims.BATCH, 3, SIDE, SIDE);
    x = b.prelu(b.batchNorm(b.convolution(x, "conv1", 8, 3, 2, 1, false), "bn1", 1e-5), "prelu");
    x = b.dropout(b.flatten(b.convolution(x, "conv2", 8, 3, 2, 1, true)), dropout);
    b.fullPrecision(true);
    return b.build(b.frozenScaleBatchNorm(b.linear(x, "fc", 16, true), "features", 1e-5));
  }

  static TrainingPlan plan(Head head, Optimiser optimiser, Precision precision, int sampled) {
    return new TrainingPlan(network(), head, optimiser, precision, CLASSES, sampled, 5);
  }

  static Weights fresh() {
    return TrainingModule.start(WeightStart.of(network(), 1));
  }

  static PlanarImage picture(int number) throws IOException {
    SplittableRandom random = new SplittableRandom(number);
    SplittableRandom colour = new SplittableRandom(1000 + number % CLASSES);
    int[] mean = {colour.nextInt(256), colour.nextInt(256), colour.nextInt(256)};
    byte[] rgb = new byte[3 * SIDE * SIDE];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) Math.clamp(mean[i % 3] + random.nextInt(-40, 41), 0, 255);
    }
    return PlanarImage.of(new RgbImage(SIDE, SIDE, rgb));
  }

  static SampleTable table() {
    int[] labels = new int[PICTURES];
    for (int i = 0; i < PICTURES; i++) {
      labels[i] = i % CLASSES;
    }
    return SampleTable.plain(CLASSES, labels);
  }

  RunPosition run(
      TorchEngine engine, TrainingPlan plan, Weights start, RunPosition from, Path folder)
      throws Exception {
    CurriculumSampler sampler =
        new CurriculumSampler(table(), List.of(Stage.all()), new Pacing.Everything(), 5);
    BatchLoader loader = new BatchLoader(source, table(), Augmentation.published(), SIDE, SIDE, 5);
    Schedule schedule = new Schedule(rate, 4, 100, new Schedule.Cosine(0));
    SessionSettings settings = new SessionSettings(12, 3, 0, 2, folder);
    try (TrainingModule module = new TrainingModule(plan, start, engine, 9)) {
      return new TrainingSession(
              module, sampler, loader, schedule, settings, Map.of("net", "small"), control, this)
          .run(from);
    }
  }

  @Override
  public void stepped(Step step) {
    losses.add(step.measured().loss());
    accuracies.add(step.measured().accuracy());
    if (step.position().step() == stopAtStep) {
      control.stop();
    }
  }
}
