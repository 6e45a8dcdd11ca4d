package org.facewright.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.facewright.inference.Device;
import org.facewright.inference.torch.HostTensor;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.inference.torch.TorchModule;
import org.facewright.network.Parameter;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Several replicas on the processor. */
class ReplicasTest {
  private static final Head ARC = new Head.ArcFace(16, 0.2);
  private static final Optimiser SGD = Optimiser.Sgd.published();
  private static final Optimiser ADAM = Optimiser.AdamW.withDecay(0.05);
  private static final double RATE = 0.05;
  private static final int SIDE = 16;
  private static TorchEngine one;
  private static TorchEngine two;
  private static TorchEngine three;

  @TempDir private Path folder;

  @BeforeAll
  static void load() throws Exception {
    one = new TorchEngine(1);
    two = new TorchEngine(Device.CPU, 1, 2);
    three = new TorchEngine(Device.CPU, 1, 3);
  }

  @AfterAll
  static void close() {
    for (TorchEngine engine : List.of(one, two, three)) {
      assertThat(engine.openModules()).isZero();
      engine.close();
    }
  }

  /** Without dropout, which draws other numbers for each replica. */
  private static TrainingPlan plan(Head head, Optimiser optimiser, int sampled, double clip) {
    return new TrainingPlan(
        SmallRun.network(0), head, optimiser, Precision.FP32, SmallRun.CLASSES, sampled, clip);
  }

  private static TrainingModule module(TrainingPlan plan, TorchEngine engine) throws Exception {
    return new TrainingModule(plan, SmallRun.fresh(), engine, 9);
  }

  private static HostTensor.Bytes pixels(int... pictures) throws IOException {
    int size = 3 * SIDE * SIDE;
    byte[] values = new byte[pictures.length * size];
    for (int p = 0; p < pictures.length; p++) {
      System.arraycopy(SmallRun.picture(pictures[p]).planes(), 0, values, p * size, size);
    }
    return new HostTensor.Bytes(new long[] {pictures.length, 3, SIDE, SIDE}, values);
  }

  private static long[] labels(int... pictures) {
    return Arrays.stream(pictures).mapToLong(picture -> picture % SmallRun.CLASSES).toArray();
  }

  private static TrainingStep step(TrainingModule module, int step, int... pictures)
      throws Exception {
    return module.step(pixels(pictures), labels(pictures), RATE, step);
  }

  private static void assertSame(Weights one, Weights other) {
    assertThat(one.tensors().keySet()).isEqualTo(other.tensors().keySet());
    one.tensors()
        .forEach(
            (name, tensor) ->
                assertThat(tensor.values()).as(name).isEqualTo(other.get(name).values()));
  }

  static Stream<TrainingPlan> plans() {
    int all = SmallRun.CLASSES;
    return Stream.of(
        plan(ARC, SGD, all, 0),
        plan(ARC, SGD, all, 0.1),
        plan(ARC, ADAM, all, 0.1),
        plan(ARC, SGD, 4, 0.1),
        plan(ARC, ADAM, 4, 0.1),
        plan(new Head.CurricularFace(16, 0.2), SGD, all, 5),
        plan(new Head.AdaFace(16, 0.2, 0.3, 0.1), SGD, all, 5),
        plan(new Head.UniFace(16, 0.2, 3), SGD, all, 5));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void replicasOfTheSamePicturesDoExactlyWhatOneDeviceDoes(TrainingPlan plan) throws Exception {
    try (TrainingModule alone = module(plan, one);
        TrainingModule both = module(plan, two)) {
      for (int i = 0; i < 4; i++) {
        TrainingStep expected = step(alone, i, i, i + 1, i + 2, i + 7);
        TrainingStep measured = step(both, i, i, i + 1, i + 2, i + 7, i, i + 1, i + 2, i + 7);
        assertThat(measured).isEqualTo(expected);
        assertThat(measured.gradientNorm()).as("clipped where at .1").isGreaterThan(0.1f);
      }
      assertSame(both.snapshot(), alone.snapshot());
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void replicasWithDifferentSharesStayEqualAndLearn(TrainingPlan plan) throws Exception {
    try (TrainingModule module = module(plan, three)) {
      int[] pictures = IntStream.range(0, 11).toArray();
      float first = step(module, 0, pictures).loss();
      float last = first;
      for (int i = 1; i < 12; i++) {
        last = step(module, i, pictures).loss();
      }
      assertThat(last).isLessThan(0.8f * first);
      Weights expected = module.snapshot(0);
      assertSame(module.snapshot(1), expected);
      assertSame(module.snapshot(2), expected);
    }
  }

  @Test
  void aStepIsTheMeanOfTheGradientsWeightedByShares() throws Exception {
    TrainingPlan plan = plan(ARC, new Optimiser.Sgd(0, false, 0, true), SmallRun.CLASSES, 0);
    int[] pictures = {3, 1, 4, 15, 9};
    TrainingScript script = new TrainingScript(plan, SmallRun.fresh(), 9);
    List<List<HostTensor>> answers = new ArrayList<>();
    for (int[] share : List.of(new int[] {3, 1}, new int[] {4, 15, 9})) {
      // Each on a module of its own, since batch norms remember.
      try (TorchModule module = one.load(script.module())) {
        answers.add(
            module.differentiate("gradients", pixels(share), HostTensor.longs(labels(share))));
      }
    }
    List<String> names = new ArrayList<>();
    for (Parameter parameter : plan.network().parameters()) {
      if (parameter.trainable() && parameter.differentiable()) {
        names.add("network." + parameter.name());
      }
    }
    names.add("centres.weight");
    try (TrainingModule module = module(plan, two)) {
      Weights before = module.snapshot();
      TrainingStep step = step(module, 0, pictures);
      Weights after = module.snapshot();
      float[] figures = mean(answers, 0);
      assertThat(step.loss()).isCloseTo(figures[0], Offset.offset(1e-5f));
      assertThat(step.accuracy()).isCloseTo(figures[1], Offset.offset(1e-6f));
      assertThat(step.featureLength()).isCloseTo(figures[2], Offset.offset(1e-5f));
      for (int i = 0; i < names.size(); i++) {
        float[] start = before.get(names.get(i)).values();
        float[] end = after.get(names.get(i)).values();
        float[] gradient = mean(answers, 1 + i);
        for (int k = 0; k < start.length; k++) {
          assertThat(end[k])
              .as(names.get(i))
              .isCloseTo((float) (start[k] - RATE * gradient[k]), Offset.offset(1e-6f));
        }
        assertThat(end).as(names.get(i)).isNotEqualTo(start);
      }
    }
  }

  private static float[] mean(List<List<HostTensor>> answers, int place) {
    float[] two = ((HostTensor.Floats) answers.get(0).get(place)).values();
    float[] three = ((HostTensor.Floats) answers.get(1).get(place)).values();
    float[] mean = new float[two.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = 0.4f * two[i] + 0.6f * three[i];
    }
    return mean;
  }

  static Stream<TrainingPlan> resumed() {
    int all = SmallRun.CLASSES;
    return Stream.of(
        SmallRun.plan(new Head.CurricularFace(16, 0.2), SGD, Precision.BF16, all),
        SmallRun.plan(new Head.AdaFace(16, 0.2, 0.3, 0.1), SGD, Precision.FP32, all),
        SmallRun.plan(ARC, ADAM, Precision.FP32, 5));
  }

  @ParameterizedTest
  @MethodSource("resumed")
  void aRunKilledInMidEpochGoesOnWithTheSameLosses(TrainingPlan plan) throws Exception {
    RunPosition start = RunPosition.start(9);
    SmallRun whole = new SmallRun();
    whole.run(two, plan, SmallRun.fresh(), start, folder.resolve("whole"));
    SmallRun first = new SmallRun();
    first.stopAtStep = 7;
    Path broken = folder.resolve("broken");
    first.run(two, plan, SmallRun.fresh(), start, broken);
    Checkpoint checkpoint = Checkpoint.read(broken.resolve("last.checkpoint"));
    SmallRun second = new SmallRun();
    second.run(two, plan, checkpoint.state(), checkpoint.position(), broken);
    List<Float> losses = new ArrayList<>(first.losses);
    losses.addAll(second.losses);
    assertThat(losses).isEqualTo(whole.losses);
    assertThat(losses.getLast()).isLessThan(losses.getFirst());
    assertSame(
        Checkpoint.read(broken.resolve("last.checkpoint")).state(),
        Checkpoint.read(folder.resolve("whole/last.checkpoint")).state());
  }

  @Test
  void aLossThatIsNotFiniteChangesNoReplica() throws Exception {
    Weights start = SmallRun.fresh();
    start.get("network.fc.weight").values()[0] = Float.NaN;
    try (TrainingModule module =
        new TrainingModule(plan(ARC, ADAM, SmallRun.CLASSES, 5), start, two, 9)) {
      Weights before = module.snapshot();
      assertThat(step(module, 0, 0, 1, 2, 3).finite()).isFalse();
      for (int replica = 0; replica < 2; replica++) {
        Weights after = module.snapshot(replica);
        before
            .tensors()
            .forEach(
                (name, tensor) -> {
                  if (!name.contains("running_") && !name.contains("num_batches")) {
                    assertThat(after.get(name).values()).as(name).isEqualTo(tensor.values());
                  }
                });
      }
    }
  }

  @Test
  void whatIsNotFiniteInOneShareIsNotFiniteInTheMean() {
    int length = 20_000; // More than a block.
    List<List<HostTensor>> answers = new ArrayList<>();
    for (int replica = 0; replica < 2; replica++) {
      float[] values = new float[length];
      Arrays.fill(values, 1 + replica);
      answers.add(List.of(HostTensor.floats(values, length)));
    }
    ((HostTensor.Floats) answers.get(1).getFirst()).values()[length - 1] = Float.NaN;
    float[] mean = new ShareMean(Share.cut(5, 2)).of(answers, 0).values();
    assertThat(mean[0]).isEqualTo(1.6f);
    assertThat(mean[length - 2]).isEqualTo(1.6f);
    assertThat(mean[length - 1]).isNaN();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 7})
  void batchesThatCannotBeCutEvenlyAreLearntToo(int batch) throws Exception {
    int[] pictures = IntStream.range(0, batch).toArray();
    try (TrainingModule module = module(plan(ARC, SGD, SmallRun.CLASSES, 5), three)) {
      for (int i = 0; i < 3; i++) {
        assertThat(step(module, i, pictures).finite()).isTrue();
      }
      Weights expected = module.snapshot(0);
      assertSame(module.snapshot(1), expected);
      assertSame(module.snapshot(2), expected);
    }
  }

  @Test
  void sharesAreEvenAndLargeEnoughForBatchNorm() {
    for (int batch = 2; batch < 70; batch++) {
      for (int replicas = 1; replicas <= 16; replicas++) {
        List<Share> shares = Share.cut(batch, replicas);
        assertThat(shares).hasSize(Math.min(replicas, batch / 2));
        assertThat(shares.getFirst().from()).isZero();
        assertThat(shares.getLast().to()).isEqualTo(batch);
        for (int i = 1; i < shares.size(); i++) {
          assertThat(shares.get(i).from()).isEqualTo(shares.get(i - 1).to());
        }
        assertThat(shares).allMatch(share -> share.size() >= 2);
        int smallest = batch / shares.size();
        assertThat(shares).allMatch(share -> share.size() - smallest <= 1);
      }
    }
  }

  @Test
  void replicasThatWorkAtTheSameTimeComeToTheSameNumbers() throws Exception {
    TrainingPlan plan = plan(ARC, SGD, 4, 0.1);
    try (TrainingModule turns = module(plan, three);
        TrainingModule together = new TrainingModule(plan, SmallRun.fresh(), three, 9, true)) {
      int[] pictures = IntStream.range(0, 11).toArray();
      for (int i = 0; i < 5; i++) {
        assertThat(step(together, i, pictures)).isEqualTo(step(turns, i, pictures));
      }
      assertSame(together.snapshot(2), turns.snapshot());
    }
  }
}
