package org.facewright.generation.vec2face.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.facewright.generation.vec2face.GeneratorConfig;
import org.facewright.generation.vec2face.GeneratorWeights;
import org.facewright.generation.vec2face.MaskDraw;
import org.facewright.generation.vec2face.TinyGenerator;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.image.ImageDecoder;
import org.facewright.image.RgbImage;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.network.Precision;
import org.facewright.network.architecture.MobileFaceNet;
import org.facewright.network.checkpoint.Checkpoint;
import org.facewright.network.checkpoint.RunPosition;
import org.facewright.network.optimiser.Schedule;
import org.facewright.network.weights.WeightStart;
import org.facewright.network.weights.Weights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorRunTest {
  private static final int BATCH = 4;
  private static TorchEngine engine;

  @TempDir static Path data;
  private static ConditionedSet set;

  @TempDir Path folder;

  @BeforeAll
  static void load() throws Exception {
    engine = new TorchEngine(1);
    set = DrawnFaces.set(data, 4, 5);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static GeneratorPlan plan(LossWeights losses) {
    MobileFaceNet recogniser = new MobileFaceNet(8, 32);
    IdentityJudge judge =
        new IdentityJudge(
            recogniser.network(),
            WeightStart.of(recogniser.network(), 2),
            IdentityJudge.Target.PICTURE);
    return new GeneratorPlan(
        TinyGenerator.config(),
        MaskDraw.training(),
        losses,
        losses.identity() > 0 ? judge : null,
        null,
        losses.adversarial() > 0 ? 8 : 0,
        GeneratorPlan.publishedOptimiser(),
        Precision.FP32,
        2,
        0.9);
  }

  private static Weights start() {
    return GeneratorModule.start(
        GeneratorStart.of(TinyGenerator.config().generator().network(), 3));
  }

  private RunPosition run(
      LossWeights losses, Weights from, RunPosition at, int epochs, Path to, BooleanSupplier stop)
      throws Exception {
    Schedule schedule = new Schedule(3e-3, 2, 40, new Schedule.Cosine(1e-5));
    RunSettings settings = new RunSettings(BATCH, epochs, 1, 0, 0, to);
    try (GeneratorModule module = new GeneratorModule(plan(losses), from, engine, at.seed())) {
      return new GeneratorRun(
              module,
              set,
              schedule,
              settings,
              Map.of("who", "a test"),
              null,
              stop,
              new RunListener() {})
          .run(at);
    }
  }

  private static BooleanSupplier after(int steps) {
    AtomicInteger asked = new AtomicInteger();
    return () -> asked.incrementAndGet() > steps;
  }

  private static List<String> withoutTime(Path folder) throws Exception {
    return Files.readAllLines(folder.resolve("steps.csv")).stream()
        .map(line -> line.substring(0, line.lastIndexOf(',')))
        .toList();
  }

  @Test
  void aStoppedRunGoesOnWithTheSameLosses() throws Exception {
    LossWeights losses = new LossWeights(1, 0.1, 0.5, 1, 0, 0.1);
    Path whole = folder.resolve("whole");
    run(losses, start(), RunPosition.start(6), 3, whole, () -> false);
    Path broken = folder.resolve("broken");
    RunPosition stopped = run(losses, start(), RunPosition.start(6), 3, broken, after(6));
    assertThat(stopped.step()).isBetween(2L, 6L);
    Checkpoint kept = Checkpoint.read(broken.resolve("last.checkpoint"));
    assertThat(kept.position()).isEqualTo(stopped);
    run(losses, kept.state(), kept.position(), 3, broken, () -> false);
    assertThat(withoutTime(broken)).hasSize(10).isEqualTo(withoutTime(whole));
    assertThat(Checkpoint.read(broken.resolve("last.checkpoint")).state().tensors().keySet())
        .anyMatch(name -> name.startsWith("criticOptimiser."));
  }

  @Test
  void itLearnsAndLeavesAGeneratorThatDraws() throws Exception {
    LossWeights losses = new LossWeights(1, 0.1, 0, 0, 0, 0);
    run(losses, start(), RunPosition.start(1), 12, folder, () -> false);
    List<String> lines = Files.readAllLines(folder.resolve("steps.csv"));
    double first = Double.parseDouble(lines.get(1).split(",")[3]);
    double last = Double.parseDouble(lines.getLast().split(",")[3]);
    assertThat(last).isLessThan(first * 0.8);
    GeneratorConfig config = TinyGenerator.config();
    GeneratorWeights made = GeneratorWeights.read(folder.resolve("generator.safetensors"), config);
    assertThat(made.weights().tensors()).isNotEmpty();
    Path grid = folder.resolve("samples").resolve("step-0000036.png");
    RgbImage picture = new ImageDecoder().decode(grid);
    assertThat(picture.width()).isEqualTo(8 * 112);
    assertThat(picture.height()).isEqualTo(2 * 112);
  }

  @Test
  void everyLossIsWhatItSaysAndTheirSumTheTotal() throws Exception {
    LossWeights losses = new LossWeights(2, 0.1, 0.5, 1, 0, 0);
    try (GeneratorModule module = new GeneratorModule(plan(losses), start(), engine, 1);
        BatchStream stream =
            new BatchStream(set, MaskDraw.training(), set.epoch(0, 1), BATCH, 1, 0, 0)) {
      StepLosses got = module.step(stream.next(), 1e-3, 0, -1);
      double sum =
          2 * got.get("picture")
              + 0.1 * got.get("structure")
              + 0.5 * got.get("identity")
              + got.get("token");
      assertThat(got.get("total")).isCloseTo(sum, org.assertj.core.data.Offset.offset(1e-4));
      assertThat(got.get("identity")).isBetween(0.0, 2.0);
      assertThat(got.get("perceptual")).isZero();
      Weights state = module.snapshot();
      float[] learnt = state.get("generator.im_decoder.conv_out.weight").values();
      float[] kept = state.get("average.im_decoder.conv_out.weight").values();
      float[] began = start().get("generator.im_decoder.conv_out.weight").values();
      // After the first step the average is a tenth old, nine tenths new.
      assertThat(kept[0])
          .isCloseTo(
              0.1f * began[0] + 0.9f * learnt[0], org.assertj.core.data.Offset.offset(1e-6f));
      assertThat(learnt[0]).isNotEqualTo(began[0]);
    }
  }

  @Test
  void setsThatCannotBeLearntAreRefusedByName() throws Exception {
    assertThatThrownBy(() -> FaceFolder.list(folder.resolve("none")))
        .isInstanceOf(Vec2FaceException.class)
        .hasMessageContaining("none");
    assertThatThrownBy(() -> GeneratorRun.batches(set, 64))
        .isInstanceOf(Vec2FaceException.class)
        .hasMessageContaining("15 pictures");
    Path broken = folder.resolve("set");
    ConditionedSet some = DrawnFaces.set(broken, 2, 5);
    int picture = some.pictures(false)[0];
    Files.writeString(some.faces().file(picture), "no picture");
    assertThatThrownBy(() -> some.read(picture, new ImageDecoder()))
        .hasMessageContaining(some.faces().file(picture).toString());
    assertThatThrownBy(() -> plan(new LossWeights(1, 0, 0, 0, 1, 0))).hasMessageContaining("VGG");
  }
}
