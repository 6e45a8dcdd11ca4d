package org.facewright.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.network.Precision;
import org.facewright.network.checkpoint.Checkpoint;
import org.facewright.network.checkpoint.RunPosition;
import org.facewright.network.optimiser.Optimiser;
import org.facewright.network.weights.Weights;
import org.facewright.training.head.Head;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingSessionTest {
  private static final RunPosition START = RunPosition.start(9);
  private static final Optimiser SGD = Optimiser.Sgd.published();
  private static TorchEngine engine;

  @TempDir Path folder;

  @BeforeAll
  static void load() throws Exception {
    engine = new TorchEngine(1);
  }

  @AfterAll
  static void close() {
    assertThat(engine.openModules()).isZero();
    engine.close();
  }

  static Stream<TrainingPlan> plans() {
    int all = SmallRun.CLASSES;
    return Stream.of(
        SmallRun.plan(new Head.ArcFace(16, 0.2), SGD, Precision.FP32, all),
        SmallRun.plan(new Head.CurricularFace(16, 0.2), SGD, Precision.BF16, all),
        SmallRun.plan(
            new Head.ArcFace(16, 0.2), Optimiser.AdamW.withDecay(0.05), Precision.FP32, 5),
        SmallRun.plan(
            new Head.UniFace(16, 0.2, 3),
            new Optimiser.Sgd(0.9, true, 1e-3, false),
            Precision.FP32,
            all));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void aRunKilledInMidEpochGoesOnWithTheSameLosses(TrainingPlan plan) throws Exception {
    SmallRun whole = new SmallRun();
    RunPosition end = whole.run(engine, plan, SmallRun.fresh(), START, folder.resolve("whole"));
    assertThat(end.epoch()).isEqualTo(3);

    SmallRun first = new SmallRun();
    first.stopAtStep = 7;
    Path broken = folder.resolve("broken");
    first.run(engine, plan, SmallRun.fresh(), START, broken);
    Checkpoint checkpoint = Checkpoint.read(broken.resolve("last.checkpoint"));
    assertThat(checkpoint.position()).isEqualTo(new RunPosition(7, 1, 2, 9));
    SmallRun second = new SmallRun();
    second.run(engine, plan, checkpoint.state(), checkpoint.position(), broken);

    List<Float> losses = new ArrayList<>(first.losses);
    losses.addAll(second.losses);
    assertThat(losses).isEqualTo(whole.losses);
    assertSame(
        Checkpoint.read(folder.resolve("whole/last.checkpoint")).state(),
        Checkpoint.read(broken.resolve("last.checkpoint")).state());
  }

  private static void assertSame(Weights one, Weights other) {
    assertThat(one.tensors().keySet()).isEqualTo(other.tensors().keySet());
    one.tensors()
        .forEach(
            (name, tensor) ->
                assertThat(tensor.values()).as(name).isEqualTo(other.get(name).values()));
  }

  @Test
  void aRunLearnsToTellItsClasses() throws Exception {
    SmallRun run = new SmallRun();
    TrainingPlan plan = SmallRun.plan(new Head.CosFace(16, 0.1), SGD, Precision.FP32, 6);
    run.run(engine, plan, SmallRun.fresh(), START, folder);
    assertThat(run.losses.getLast()).isLessThan(run.losses.getFirst() / 2);
    assertThat(run.accuracies.getLast()).isGreaterThan(0.7f);
  }

  @Test
  void sixteenBitsLearnLikeThirtyTwo() throws Exception {
    SmallRun full = new SmallRun();
    full.run(
        engine,
        SmallRun.plan(new Head.CosFace(16, 0.1), SGD, Precision.FP32, 6),
        SmallRun.fresh(),
        START,
        folder.resolve("full"));
    SmallRun half = new SmallRun();
    half.run(
        engine,
        SmallRun.plan(new Head.CosFace(16, 0.1), SGD, Precision.BF16, 6),
        SmallRun.fresh(),
        START,
        folder.resolve("half"));
    assertThat(half.losses).isNotEqualTo(full.losses);
    assertThat(half.losses.getFirst())
        .isCloseTo(full.losses.getFirst(), org.assertj.core.data.Percentage.withPercentage(5));
    assertThat(half.losses.getLast()).isLessThan(half.losses.getFirst() / 2);
  }

  @Test
  void aLossThatIsNoNumberStopsTheRunAndChangesNoParameter() throws Exception {
    TrainingPlan plan =
        new TrainingPlan(
            SmallRun.network(), new Head.CosFace(16, 0.1), SGD, Precision.FP32, 6, 6, 0);
    Weights start = SmallRun.fresh();
    start.get("network.fc.weight").values()[0] = Float.NaN;
    assertThatThrownBy(() -> new SmallRun().run(engine, plan, start, START, folder))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("no number any more at step 1")
        .hasMessageContaining("No checkpoint");
    try (TrainingModule module = new TrainingModule(plan, start, engine, 1)) {
      byte[] pixels = new byte[4 * 3 * 16 * 16];
      TrainingStep step =
          module.step(
              new org.facewright.inference.torch.HostTensor.Bytes(
                  new long[] {4, 3, 16, 16}, pixels),
              new long[] {0, 1, 2, 3},
              0.1,
              0);
      assertThat(step.finite()).isFalse();
      assertThat(module.snapshot().get("network.conv1.weight").values())
          .isEqualTo(start.get("network.conv1.weight").values());
    }
  }

  @Test
  void aMissingPictureInMidEpochIsNamedAndTheLastCheckpointStays() throws Exception {
    TrainingPlan plan = SmallRun.plan(new Head.CosFace(16, 0.1), SGD, Precision.FP32, 6);
    SmallRun before = new SmallRun();
    before.stopAtStep = 2;
    before.run(engine, plan, SmallRun.fresh(), START, folder);
    byte[] good = Files.readAllBytes(folder.resolve("last.checkpoint"));
    SmallRun run = new SmallRun();
    run.source =
        number -> {
          if (number == 33) {
            throw new IOException("images/33.jpg is missing");
          }
          return SmallRun.picture(number);
        };
    assertThatThrownBy(() -> run.run(engine, plan, SmallRun.fresh(), START, folder))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("images/33.jpg is missing")
        .hasMessageContaining("last.checkpoint");
    assertThat(Files.readAllBytes(folder.resolve("last.checkpoint"))).isEqualTo(good);
  }

  @Test
  void aCheckpointThatCannotBeWrittenIsSaid() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    TrainingPlan plan = SmallRun.plan(new Head.CosFace(16, 0.1), SGD, Precision.FP32, 6);
    assertThatThrownBy(
            () -> new SmallRun().run(engine, plan, SmallRun.fresh(), START, file.resolve("in")))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("could not be written");
  }

  @Test
  void oldEpochsAreForgotten() throws Exception {
    TrainingPlan plan = SmallRun.plan(new Head.CosFace(16, 0.1), SGD, Precision.FP32, 6);
    new SmallRun().run(engine, plan, SmallRun.fresh(), START, folder);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "epoch-002.checkpoint", "epoch-003.checkpoint", "last.checkpoint");
    }
  }
}
